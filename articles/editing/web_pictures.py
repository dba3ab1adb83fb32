"""Pictures for pages: what is uploaded is drawn anew, small, and stored by its own checksum."""

from __future__ import annotations

import hashlib
from typing import Any

from django.core.files.base import ContentFile, File
from django.utils.translation import gettext_lazy as _

from articles.imports.exceptions import Unreadable
from articles.imports.svg import HostileSvg, check_svg
from articles.imports.web_pictures import draw_web_picture
from articles.limited_process import NoAnswer, call, file_on_disk
from articles.records.cleaning import InvalidValue
from articles.records.pictures import image_type

from .files import COVER_BYTES, PICTURES_TOO_LARGE, WrongFileKind, check_bytes, check_kind

DRAW_SECONDS = 4  # of the processor
PORTRAIT, FIGURE = 400, 1_000  # pixels of the longer side, for dense screens
COVER = 1_600  # of an issue, also for EPUB
LOGO = 600


def web_picture(upload: File[Any], longest: int) -> ContentFile[bytes]:
    """The uploaded JPEG, PNG, GIF or WebP as a file for pages, named by its checksum.

    Raises InvalidValue for a file that is too large, of another kind, of a wrong shape or damaged.
    """
    check_bytes(upload, COVER_BYTES, PICTURES_TOO_LARGE)
    check_kind(upload, "image")
    try:
        with file_on_disk(upload.chunks()) as path:
            suffix, content = call(draw_web_picture, path, longest, seconds=DRAW_SECONDS)
    except NoAnswer as error:
        raise refusal(upload, str(error)) from error
    return named_by_content(content, suffix)


def web_logo(upload: File[Any], longest: int = LOGO) -> ContentFile[bytes]:
    """The same, and an SVG as it is: one with a script or another link is refused."""
    upload.seek(0)
    if not upload.read(1_000).removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<"):
        return web_picture(upload, longest)
    check_bytes(upload, COVER_BYTES, PICTURES_TOO_LARGE)
    upload.seek(0)
    content = upload.read()
    try:
        check_svg(content)
    except Unreadable as error:
        raise HostileSvg(error.message) from error
    return named_by_content(content, "svg")


def check_cover(upload: File[Any]) -> None:
    """Raises InvalidValue for a cover that pages cannot show. The file stays as it is."""
    if not image_type(upload.name or ""):
        raise WrongFileKind(
            _("“%(name)s” cannot be shown on pages. Save it as %(kinds)s."),
            name=upload.name,
            kinds="JPEG, PNG, GIF, WebP",
        )
    web_picture(upload, COVER)
    upload.seek(0)


def named_by_content(content: bytes, suffix: str) -> ContentFile[bytes]:
    digest = hashlib.sha256(content).hexdigest()[:40]
    return ContentFile(content, name=f"{digest}.{suffix}")


def refusal(upload: File[Any], reason: str) -> InvalidValue:
    """What is wrong with the picture, by the last line of the process that read it."""
    if "WrongShape" in reason or "DecompressionBomb" in reason:
        return InvalidValue(
            _("“%(name)s” is too large or too narrow for a page (%(size)s pixels). Crop it."),
            name=upload.name,
            size=reason.rpartition(": ")[2],
        )
    return WrongFileKind(
        _("“%(name)s” cannot be read as a picture. Save it as JPEG or PNG."), name=upload.name
    )

"""Checks of uploaded files, and their storage paths, which contain the checksum."""

from __future__ import annotations

import hashlib
from typing import Any

from django.core.files.base import File
from django.utils.functional import Promise
from django.utils.text import get_valid_filename
from django.utils.translation import gettext_lazy as _

from articles.records.cleaning import InvalidValue

FIRST_BYTES = {  # the beginnings that a file of each kind may have; any other kind: all
    "pdf": (b"%PDF-",),
    "docx": (b"PK\x03\x04",),
    "epub": (b"PK\x03\x04",),
    "html": (b"<",),
    "xml": (b"<",),
    "image": (
        *(b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"BM"),
        *(b"II*\0", b"MM\0*"),  # TIFF
    ),
}
TEXTS = ("html", "xml")  # may begin with a byte order mark and white space
BYTE_ORDER_MARK = b"\xef\xbb\xbf"
START_BYTES = 1_024
FILE_BYTES = 80 * 2**20
ISSUE_BYTES = 100 * 2**20  # the PDF or the EPUB of a whole issue
COVER_BYTES = 10 * 2**20
FILE_TOO_LARGE = _(
    "“%(name)s” is larger than %(size)d MB. Make the pictures smaller, or split "
    "the file. Put data sets in a repository and add a link."
)
PICTURES_TOO_LARGE = _("“%(name)s” is larger than %(size)d MB. Make its pictures smaller.")


class WrongFileKind(InvalidValue):
    """The content of the file is not of its kind."""


class TooLarge(InvalidValue):
    """The file is larger than the limit."""


def file_name(upload: File[Any]) -> str:
    """A safe file name: the last part of the path that the browser sent."""
    last = (upload.name or "").replace("\\", "/").rpartition("/")[2]
    return get_valid_filename(last if any(map(str.isalnum, last)) else "file")[-100:]


def galley_path(checksum: str, name: str) -> str:
    return f"galleys/{checksum[:2]}/{checksum}/{name}"


def check_size(upload: File[Any]) -> None:
    """Raises TooLarge for a file of an article."""
    check_bytes(upload, FILE_BYTES, FILE_TOO_LARGE)


def check_bytes(upload: File[Any], most: int, message: Promise) -> None:
    """Raises TooLarge."""
    if (upload.size or 0) > most:
        raise TooLarge(message, name=upload.name, size=most // 2**20)


def check_kind(upload: File[Any], kind: str) -> None:
    """Raises WrongFileKind if the first bytes are not those of the kind, a Galley's `kind`."""
    upload.seek(0)
    start = upload.read(START_BYTES)
    upload.seek(0)
    if kind in TEXTS:
        start = start.removeprefix(BYTE_ORDER_MARK).lstrip()
    if start.startswith(FIRST_BYTES.get(kind, b"")):
        return
    if kind == "image":
        raise WrongFileKind(_("“%(name)s” is not a picture."), name=upload.name)
    raise WrongFileKind(
        _("“%(name)s” is not a %(kind)s file."), name=upload.name, kind=kind.upper()
    )


def check_issue_pdf(upload: File[Any]) -> None:
    """Raises TooLarge and WrongFileKind."""
    check_bytes(upload, ISSUE_BYTES, PICTURES_TOO_LARGE)
    check_kind(upload, "pdf")


def check_issue_epub(upload: File[Any]) -> None:
    """Raises TooLarge and WrongFileKind."""
    check_bytes(upload, ISSUE_BYTES, PICTURES_TOO_LARGE)
    check_kind(upload, "epub")


def checksum_of(upload: File[Any]) -> str:
    digest = hashlib.sha256()
    for chunk in upload.chunks():
        digest.update(chunk)
    upload.seek(0)
    return digest.hexdigest()

"""The container of an EPUB: a ZIP whose first file, stored as it is, names the format (OCF 3.3)."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from pathlib import Path

import msgspec

MEDIA_TYPE = "application/epub+zip"
FOLDER = "EPUB"
PACKAGE = "package.opf"
DAY = (1980, 1, 1, 0, 0, 0)  # of each file in the ZIP: no clock is read
CONTAINER = f"""<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles>
<rootfile full-path="{FOLDER}/{PACKAGE}" media-type="application/oebps-package+xml"/>
</rootfiles>
</container>
"""
STYLE = Path(__file__).with_name("style.css")


class File(msgspec.Struct, frozen=True):
    """A file of the publication; `properties` are those of its entry in the manifest."""

    name: str
    content: bytes
    media_type: str
    properties: tuple[str, ...] = ()


def style() -> File:
    """Return the one style sheet."""
    return File(STYLE.name, STYLE.read_bytes(), "text/css")


def pack(files: Iterable[File]) -> bytes:
    """Return the ZIP; pictures are compressed already, and stored."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        write(archive, "mimetype", MEDIA_TYPE.encode(), zipfile.ZIP_STORED)
        write(archive, "META-INF/container.xml", CONTAINER.encode(), zipfile.ZIP_DEFLATED)
        for file in (*files, style()):
            is_picture = file.media_type.startswith("image/")
            kind = zipfile.ZIP_STORED if is_picture else zipfile.ZIP_DEFLATED
            write(archive, f"{FOLDER}/{file.name}", file.content, kind)
    return target.getvalue()


def write(archive: zipfile.ZipFile, name: str, content: bytes, kind: int) -> None:
    entry = zipfile.ZipInfo(name, DAY)
    entry.compress_type = kind
    entry.create_system = 3  # the same on every system
    entry.external_attr = 0o644 << 16
    archive.writestr(entry, content)

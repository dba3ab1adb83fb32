"""The pictures of a full text and the logo of a journal, for typesetting."""

from __future__ import annotations

from django.core.files.storage import default_storage

from articles.records.pdf_layout import PdfDesign
from articles.records.record import Record

PICTURE_BYTES = 40 * 10**6  # of all pictures together; further ones are only named
LOGO_BYTES = 4 * 10**6


def pictures_of(record: Record) -> dict[str, bytes]:
    """The images among the files of the article, by name."""
    contents: dict[str, bytes] = {}
    remaining_bytes = PICTURE_BYTES
    for galley in record.galleys:
        is_wanted = (
            galley.kind == "image"
            and galley.name not in contents
            and galley.size <= remaining_bytes
        )
        if is_wanted and default_storage.exists(galley.path):
            with default_storage.open(galley.path) as file:
                contents[galley.name] = file.read()
            remaining_bytes -= galley.size
    return contents


def logo_of(design: PdfDesign) -> bytes:
    """The logo of a journal; b"" if it has none, or one that is too large or not there."""
    if not design.logo or not default_storage.exists(design.logo):
        return b""
    with default_storage.open(design.logo) as file:
        return file.read() if file.size <= LOGO_BYTES else b""

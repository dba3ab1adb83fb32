"""Limits on the size of a manuscript file."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from articles.imports.readers.exceptions import Unreadable

FILE_BYTES = 30_000_000
TEXT_CHARACTERS = 600_000  # fifteen long articles; a thesis of 250 pages has about 500,000
PDF_PAGES = 150
UNPACKED_BYTES = 150_000_000
PART_BYTES = 40_000_000  # one XML part of a DOCX
PART_RATIO = 150  # packed to unpacked: text packs 10 to 30 times
PACKED_FILES = 3_000


def check_size(data: bytes) -> None:
    """Raise Unreadable for an empty file, and for one larger than FILE_BYTES."""
    if not data.strip(b"\0 \r\n\t"):
        raise Unreadable("empty", _("The file is empty. Save it again and upload it."))
    if len(data) > FILE_BYTES:
        raise Unreadable(
            "too_large",
            _("The file is larger than 30 MB. Remove the pictures, or save it as text."),
        )


def check_length(characters: int) -> None:
    """Raise Unreadable for more than TEXT_CHARACTERS, the length of a book."""
    if characters > TEXT_CHARACTERS:
        raise Unreadable(
            "too_long",
            _("This is too long for one article. Put each article in its own file."),
        )

"""PDF with a text layer: pieces of text with positions become lines in reading order."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _
from pypdf import PageObject, PdfReader
from pypdf.errors import DependencyError

from articles.imports.readers.encodings import clean
from articles.imports.readers.exceptions import Unreadable
from articles.imports.readers.limits import PDF_PAGES, check_length
from articles.imports.readers.line import Line
from articles.imports.readers.pdf_columns import in_reading_order
from articles.imports.readers.pdf_lines import Piece, lines_of, measure_stretch

FARTHEST = 1e6  # points; positions beyond, or NaN, come from damaged files
DAMAGED = _("The PDF is damaged or incomplete. Export it again and retry.")
SCANNED = _(
    "The PDF is a scan without text. Run text recognition (OCR) first, or upload the Word file."
)
logging.getLogger("pypdf").setLevel(logging.ERROR)


def read(data: bytes) -> Iterator[Line]:
    """Yield the lines of a PDF, page by page and column by column.

    Raises Unreadable for a damaged, encrypted, scanned or too long file.
    """
    pages = _pages(data)
    pieces_of_pages = [_pieces(page) for page in pages]
    letters = sum(len(piece.text.strip()) for pieces in pieces_of_pages for piece in pieces)
    check_length(letters)
    if letters < 15 * len(pages):
        raise Unreadable("scanned", SCANNED)
    stretch = measure_stretch([piece for pieces in pieces_of_pages for piece in pieces])
    lines_of_pages = [
        list(lines_of(pieces, number, stretch)) for number, pieces in enumerate(pieces_of_pages, 1)
    ]
    yield from in_reading_order(lines_of_pages)


def _pages(data: bytes) -> list[PageObject]:
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Unreadable(
                "encrypted", _("The PDF is protected by a password. Remove the password.")
            )
        if len(reader.pages) > PDF_PAGES:
            raise Unreadable(
                "too_long", _("The PDF has more than 150 pages. Upload one article per file.")
            )
        return list(reader.pages)
    except Unreadable:
        raise
    except DependencyError as error:
        raise Unreadable(
            "encrypted", _("The PDF is encrypted. Save it without encryption.")
        ) from error
    except Exception as error:  # whatever the library raises for a damaged file
        raise Unreadable("damaged", DAMAGED) from error


def _pieces(page: PageObject) -> list[Piece]:
    collector = _PieceCollector()
    try:
        page.extract_text(
            visitor_text=collector.add_piece, visitor_operand_before=collector.note_rise
        )
    except Exception as error:  # as above; what was read before it is kept
        if not collector.pieces:
            raise Unreadable("damaged", DAMAGED) from error
    return collector.pieces


class _PieceCollector:
    """Collects the pieces of one page, with their text rise (Ts), which the library ignores."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.rise = 0.0
        self.first_rise: float | None = None

    def note_rise(self, operator: bytes, operands: Any, cm: Any, tm: Any) -> None:
        if operator == b"Ts" and operands and isinstance(operands[0], (int, float)):
            self.rise = float(operands[0])
        elif operator in (b"Tj", b"TJ", b"'", b'"') and self.first_rise is None:
            self.first_rise = self.rise

    def add_piece(self, text: str, cm: Any, tm: Any, font: Any, size: float) -> None:
        """Add a piece in page coordinates: the text matrix times the current matrix."""
        if text.strip() or text == " ":
            left = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
            base = tm[4] * cm[1] + tm[5] * cm[3] + cm[5] + (self.first_rise or 0.0)
            scale = abs(tm[3] * cm[3] + tm[2] * cm[1]) or abs(tm[1] * cm[2]) or 1.0
            name = str(font.get("/BaseFont", "")) if hasattr(font, "get") else ""
            places = (left, base, abs(size * scale))
            if all(-FARTHEST < place < FARTHEST for place in places):
                self.pieces.append(Piece(clean(text), *places, name.lower()))
        if text:
            self.first_rise = None

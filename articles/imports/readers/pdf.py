"""PDF with a text layer: pieces of text with positions to lines in the order of reading."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _
from pypdf import PageObject, PdfReader
from pypdf.errors import DependencyError, PyPdfError

from articles.imports.readers.encodings import clean
from articles.imports.readers.exceptions import Unreadable
from articles.imports.readers.limits import PDF_PAGES, check_length
from articles.imports.readers.line import Line
from articles.imports.readers.pdf_columns import in_reading_order
from articles.imports.readers.pdf_lines import Piece, lines_of, stretch_of

# A damaged file can raise nearly anything from inside the library.
TROUBLES = (
    PyPdfError, ValueError, TypeError, KeyError, IndexError, AttributeError, OSError,
    RecursionError, ArithmeticError, AssertionError, NotImplementedError, MemoryError,
)  # fmt: skip
FARTHEST = 1e6  # points; what a damaged file prints farther off, or nowhere, nobody sees
DAMAGED = _("The PDF is damaged or cut short. Export it anew and try again.")
SCANNED = _(
    "The PDF is scanned: its pages are pictures without text. "
    "Recognise the text first, or give the Word file."
)
logging.getLogger("pypdf").setLevel(logging.ERROR)


def read(data: bytes) -> Iterator[Line]:
    """The lines of a PDF, page by page, column by column."""
    pages = _pages(data)
    found = [_pieces(page) for page in pages]
    letters = sum(len(piece.text.strip()) for pieces in found for piece in pieces)
    check_length(letters)
    if letters < 15 * len(pages):
        raise Unreadable("scanned", SCANNED)
    stretch = stretch_of([piece for pieces in found for piece in pieces])
    sheets = [list(lines_of(pieces, number, stretch)) for number, pieces in enumerate(found, 1)]
    yield from in_reading_order(sheets)


def _pages(data: bytes) -> list[PageObject]:
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Unreadable("encrypted", _("The PDF is protected by a password. Remove it."))
        if len(reader.pages) > PDF_PAGES:
            raise Unreadable(
                "too_long", _("The PDF has more than 150 pages. Give one article in a file.")
            )
        return list(reader.pages)
    except Unreadable:
        raise
    except DependencyError as error:
        raise Unreadable("encrypted", _("The PDF is encrypted. Save it without.")) from error
    except TROUBLES as error:
        raise Unreadable("damaged", DAMAGED) from error


def _pieces(page: PageObject) -> list[Piece]:
    sheet = _Sheet()
    try:
        page.extract_text(visitor_text=sheet.keep, visitor_operand_before=sheet.note)
    except TROUBLES as error:
        if not sheet.pieces:
            raise Unreadable("damaged", DAMAGED) from error
    return sheet.pieces


class _Sheet:
    """The pieces of one page; raising of letters (Ts) is noted, which the library passes over."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.rise = 0.0
        self.first_rise: float | None = None

    def note(self, operator: bytes, operands: Any, cm: Any, tm: Any) -> None:
        if operator == b"Ts" and operands and isinstance(operands[0], (int, float)):
            self.rise = float(operands[0])
        elif operator in (b"Tj", b"TJ", b"'", b'"') and self.first_rise is None:
            self.first_rise = self.rise

    def keep(self, text: str, cm: Any, tm: Any, font: Any, size: float) -> None:
        """Positions are those of the page: the text matrix seen through the current one."""
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

"""The issue list as XLSX: a sheet of articles and a sheet of references."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font

from articles.records.languages import LANGUAGES
from articles.records.markup import flat
from articles.records.record import Record

from . import parts

IN_LANGUAGES = (
    (parts.DESCRIPTION, parts.description),
    (parts.AUTHORS, parts.authors),
    (parts.ABSTRACT, parts.abstract),
    (parts.KEYWORDS, parts.keywords),
)
CELL_LENGTH = 32_767  # the limit of Excel
TOP = Alignment(wrap_text=True, vertical="top")
BOLD = Font(bold=True)


def workbook(records: list[Record]) -> bytes:
    book = Workbook(write_only=True)
    _sheet(book, parts.ARTICLES, 40, _headings(records), _article_rows(records))
    _sheet(book, parts.REFERENCES, 60, REFERENCE_HEADINGS, _reference_rows(records))
    file = BytesIO()
    book.save(file)
    return file.getvalue()


REFERENCE_HEADINGS = ["№", "№№", parts.LITERATURE, parts.ROMANIZED, "DOI", "URL"]


def _headings(records: list[Record]) -> list[str]:
    in_languages = (
        f"{heading} ({parts.LANGUAGE[code]})"
        for heading, _text_in in IN_LANGUAGES
        for code in LANGUAGES
    )
    return ["№", *in_languages, *(name for name, _value in parts.facts(records[0]))]


def _article_rows(records: list[Record]) -> Iterator[list[str]]:
    for place, record in enumerate(records, 1):
        texts = (
            flat(text_in(record, code)) for _heading, text_in in IN_LANGUAGES for code in LANGUAGES
        )
        yield [str(place), *texts, *(value for _name, value in parts.facts(record))]


def _reference_rows(records: list[Record]) -> Iterator[list[str]]:
    for place, record in enumerate(records, 1):
        for number, reference in enumerate(record.references, 1):
            address = f"https://doi.org/{reference.doi}" if reference.doi else ""
            texts = (flat(reference.text), flat(reference.romanized), address, reference.url)
            yield [str(place), str(number), *texts]


def _sheet(
    book: Workbook, title: str, width: int, headings: list[str], rows: Iterable[list[str]]
) -> None:
    sheet = book.create_sheet(title)
    sheet.freeze_panes = "B2"
    for column in range(len(headings)):
        letter = chr(ord("A") + column)
        sheet.column_dimensions[letter].width = 6 if column == 0 else width
    sheet.append([_cell(sheet, heading, font=BOLD) for heading in headings])
    for row in rows:
        sheet.append([_cell(sheet, value) for value in row])


def _cell(sheet: Any, value: str, font: Font | None = None) -> Any:
    """A text cell, so that a title that begins with = does not become a formula."""
    cell = WriteOnlyCell(sheet, value[:CELL_LENGTH])
    cell.data_type = "s"
    cell.alignment = TOP
    if font:
        cell.font = font
    return cell

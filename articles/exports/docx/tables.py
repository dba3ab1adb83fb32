"""Tables with merged cells as those of a Word file."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element

from articles.exports.docx.document import Document
from articles.exports.docx.styles import TEXT_WIDTH
from articles.exports.docx.xml import element, value_element
from articles.exports.typesetting.blocks import Cell, Run, Table
from articles.records.languages import Language


def table(document: Document, one: Table, language: Language) -> _Element:
    width = str(TEXT_WIDTH // max(one.columns, 1))
    layout = element(
        "w:tblPr",
        value_element("w:tblStyle", "TableGrid"),
        element("w:tblW", w_w="5000", w_type="pct"),
    )
    grid = element("w:tblGrid", *(element("w:gridCol", w_w=width) for _ in range(one.columns)))
    count = max((cell.y + cell.rows for cell in one.cells), default=0)
    heads = head_count(one)
    rows = (row(document, one, y, y < heads, language) for y in range(count))
    return element("w:tbl", layout, grid, *rows)


def head_count(one: Table) -> int:
    """How many rows from the first hold heads alone; they are repeated on each page."""
    heads = {cell.y for cell in one.cells if cell.is_head}
    heads -= {cell.y for cell in one.cells if not cell.is_head}
    return next(y for y in range(len(heads) + 1) if y not in heads)


def row(document: Document, one: Table, y: int, is_head: bool, language: Language) -> _Element:
    properties = element("w:trPr", element("w:tblHeader")) if is_head else None
    return element("w:tr", properties, *cells(document, one, y, language))


def cells(document: Document, one: Table, y: int, language: Language) -> Iterator[_Element]:
    """The cells of a row: those that begin in it, those from above, and empty places."""
    x = 0
    while x < one.columns:
        found = next((cell for cell in one.cells if covers(cell, x, y)), None)
        columns = found.columns if found else 1
        yield cell_element(document, found, y, language)
        x += columns


def covers(cell: Cell, x: int, y: int) -> bool:
    return cell.x <= x < cell.x + cell.columns and cell.y <= y < cell.y + cell.rows


def cell_element(document: Document, cell: Cell | None, y: int, language: Language) -> _Element:
    is_first = cell is not None and cell.y == y
    properties = element("w:tcPr")
    if cell and cell.columns > 1:
        properties.append(value_element("w:gridSpan", str(cell.columns)))
    if cell and cell.rows > 1:
        properties.append(value_element("w:vMerge", "restart" if is_first else "continue"))
    runs = cell.runs if cell and is_first else ()
    if cell and cell.is_head:
        runs = tuple(map(bold, runs))
    content = [each for run in runs for each in document.run(run, language)]
    paragraph = element("w:p", element("w:pPr", value_element("w:pStyle", "TableText")), *content)
    return element("w:tc", properties, paragraph)


def bold(run: Run) -> Run:
    is_plain = not run.formula and not run.picture and not run.note and "b" not in run.marks
    return Run(run.text, (*run.marks, "b"), run.link) if is_plain else run

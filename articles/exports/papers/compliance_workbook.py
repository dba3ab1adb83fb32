"""The compliance sheet of an issue as XLSX."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.properties import PageSetupProperties

from articles.exports.papers.compliance_sheet import ComplianceSheet

CELL_LENGTH = 32_767  # the limit of Excel
A4 = 9  # as Excel numbers paper
COLOURS = {"has": "E3F1E3", "part": "FFF3CD", "lacks": "F8D7DA", "": "FFFFFF"}
NOT_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))


def workbook(sheet: ComplianceSheet) -> bytes:
    """Return the sheet as XLSX: the articles on one page, the journal and the issue on another."""
    book = Workbook(write_only=True)
    articles = book.create_sheet(sheet.heading[:31])
    articles.freeze_panes = "C2"
    print_on_wide_pages(articles)
    for place in range(len(sheet.columns)):
        articles.column_dimensions[letter(place)].width = {0: 5, 1: 50}.get(place, 16)
    articles.append([cell(articles, each, is_bold=True) for each in sheet.columns])
    for number, row in enumerate(sheet.rows, 1):
        first = [cell(articles, each) for each in (str(number), row.title)]
        articles.append([*first, *(cell(articles, each.shown, each.state) for each in row.answers)])
    totals = ("", sheet.total_label, *sheet.totals)
    articles.append([cell(articles, each, is_bold=True) for each in totals])
    facts = book.create_sheet(sheet.journal[:31].translate(NOT_IN_NAMES) or "–")
    facts.column_dimensions["A"].width, facts.column_dimensions["B"].width = 45, 80
    for pair in (("", sheet.heading), ("", sheet.issue), *sheet.facts, ("", sheet.note)):
        facts.append([cell(facts, each) for each in pair])
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def print_on_wide_pages(sheet: Any) -> None:
    """All columns on the width of a page, their heads on each."""
    setup = sheet.page_setup
    setup.paperSize, setup.orientation, setup.fitToHeight = A4, "landscape", 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"


def letter(place: int) -> str:
    """Return the name of a column: A … Z, AA …"""
    first, last = divmod(place, 26)
    return (chr(ord("A") + first - 1) if first else "") + chr(ord("A") + last)


def cell(sheet: Any, value: str, state: str = "", *, is_bold: bool = False) -> Any:
    """A text cell, so that a title that begins with = does not become a formula."""
    made = WriteOnlyCell(sheet, value[:CELL_LENGTH])
    made.data_type = "s"
    made.alignment = Alignment(wrap_text=True, vertical="top")
    if is_bold:
        made.font = Font(bold=True)
    if state:
        made.fill = PatternFill("solid", fgColor=COLOURS[state])
    return made

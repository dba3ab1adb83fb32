"""The compliance sheet of an issue: what each article has of what is asked, as XLSX and PDF."""

from __future__ import annotations

import re
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any, Literal

import msgspec
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.properties import PageSetupProperties

from articles.exports.typesetting.blocks import MAY_BREAK
from articles.exports.typesetting.compiler import Typeset
from articles.exports.typesetting.typesetter import first_typeset
from articles.records.languages import Language

TEMPLATE = Path(__file__).with_name("compliance.typ")
CELL_LENGTH = 32_767  # the limit of Excel
A4 = 9  # as Excel numbers paper
COLOURS = {"has": "E3F1E3", "part": "FFF3CD", "lacks": "F8D7DA", "": "FFFFFF"}
SIGNS = {"has": "+", "part": "±", "lacks": "–", "": ""}


class Answer(msgspec.Struct, frozen=True):
    """Whether an article has what is asked, and as much of it as there is, in words."""

    state: Literal["has", "part", "lacks", ""]  # '' = the journal does not ask for it
    text: str = ""

    @property
    def shown(self) -> str:
        return f"{SIGNS[self.state]} {self.text}".strip()


class ArticleRow(msgspec.Struct, frozen=True):
    title: str
    language: Language  # of the title
    answers: tuple[Answer, ...]


class ComplianceSheet(msgspec.Struct, frozen=True):
    """All texts are in the language of the editor who asked for the sheet."""

    language: str
    heading: str
    journal: str
    issue: str
    day: date
    note: str  # what the sheet does not claim
    facts: tuple[tuple[str, str], ...]  # of the journal and the issue: label, value
    columns: tuple[str, ...]  # №, article, then what is asked
    rows: tuple[ArticleRow, ...]
    totals: tuple[str, ...]  # of each thing asked: how many articles have it
    total_label: str


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


LONG, PIECE = re.compile(r"\S{11,}"), re.compile(r"[^/.@-]{1,8}[/.@-]?|[/.@-]")
NOT_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))


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


def pdf(sheet: ComplianceSheet) -> Typeset:
    """Return the sheet as PDF, on pages wider than high. Raises TypesettingFailed."""
    rows = [[breakable(each.shown) for each in row.answers] for row in sheet.rows]
    states = [[str(each.state) for each in row.answers] for row in sheet.rows]
    content = PrintedSheet(sheet, rows, states)
    return first_typeset(TEMPLATE, [("", content, {})], is_edition=True)


def breakable(text: str) -> str:
    """Return a text whose long words, such as a DOI, may break in a narrow column."""
    return LONG.sub(lambda word: MAY_BREAK.join(PIECE.findall(word[0])), text)


class PrintedSheet(msgspec.Struct, frozen=True):
    sheet: ComplianceSheet
    shown: list[list[str]]
    states: list[list[str]]

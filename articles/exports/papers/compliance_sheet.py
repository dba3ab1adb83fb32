"""The compliance sheet of an issue: what each article has of what is asked, as PDF."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Literal

import msgspec

from articles.exports.typesetting.blocks import MAY_BREAK
from articles.exports.typesetting.compiler import Typeset
from articles.exports.typesetting.typesetter import first_typeset
from articles.records.languages import Language

TEMPLATE = Path(__file__).with_name("compliance.typ")
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


LONG, PIECE = re.compile(r"\S{11,}"), re.compile(r"[^/.@-]{1,8}[/.@-]?|[/.@-]")


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

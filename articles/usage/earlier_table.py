"""Counts of an earlier system as a CSV table: OJS's statistics of articles, and its View Report.

OJS 3.2 and later write `ID, Title, Total, Abstract Views, File Views, PDF, HTML, Other`; the View
Report of older ones `Article ID, Article Title, Issue, Date Published, Abstract Views, Total Galley
Views, …`. The headings are in the language of whoever exported. A column of months, if there is
one, gives the month of a row; several rows of an article and month are added up.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from datetime import date

import msgspec

MOST_BYTES = 20 * 2**20
MOST_COUNT = 10**12
# By what the headings begin with or contain, in English, Russian and Kazakh.
HEADINGS = {
    "id": re.compile(
        r"^(?:id|№|(?:article|submission|publication)[ _-]?id|(?:id|номер) (?:статьи|публикации)"
        r"|мақала(?:ның)? (?:id|нөмірі))$"
    ),
    "title": re.compile(r"title|заглав|назван|атау|тақырып"),
    "views": re.compile(r"abstract|аннотац|аңдатпа"),
    "files": re.compile(r"(?:file|galley|download)s?\b|файл|гранк|загруз|скачив|жүкте"),
    "month": re.compile(r"^(?:month|month and year|date|месяц|дата|ай)$"),
}
MONTH = re.compile(r"(\d{4})[-/.]?(\d{2})(?:[-/.]?\d{2})?", re.ASCII)
NUMBER = re.compile(r"\d{1,15}", re.ASCII)
SPACES = re.compile(r"[\s\u00a0\u202f]+")


class NotATable(ValueError):
    """The file is none of these tables; `reason` is one of REASONS."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


EMPTY, NO_HEADINGS, TOO_LARGE, NO_TEXT = "empty", "no_headings", "too_large", "no_text"


class EarlierCount(msgspec.Struct, frozen=True):
    """The counts of an article by its number there. Without `month`, of all the time before."""

    line: int
    id: str
    title: str
    views: int  # of its page
    downloads: int
    month: date | None = None


class EarlierTable(msgspec.Struct, frozen=True):
    counts: list[EarlierCount]
    bad_lines: list[int]  # without a number of an article, or with counts that are none


def read_table(content: bytes) -> EarlierTable:
    """Raises NotATable."""
    rows = list(csv_rows(content))
    start = next((number for number, row in enumerate(rows) if columns_of(row)), None)
    if start is None:
        raise NotATable(NO_HEADINGS if rows else EMPTY)
    columns = columns_of(rows[start])
    counts, bad_lines = [], []
    for line, row in enumerate(rows[start + 1 :], start + 2):
        if not any(cell.strip() for cell in row):
            continue
        count = count_of(line, row, columns)
        if count is None:
            bad_lines.append(line)
        else:
            counts.append(count)
    return EarlierTable(counts, bad_lines)


def csv_rows(content: bytes) -> Sequence[list[str]]:
    if len(content) > MOST_BYTES:
        raise NotATable(TOO_LARGE)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NotATable(NO_TEXT) from None
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    try:
        return list(csv.reader(io.StringIO(text.replace("\0", "")), delimiter=delimiter))
    except csv.Error:
        raise NotATable(NO_TEXT) from None


def columns_of(row: Sequence[str]) -> dict[str, int]:
    """The places of the columns; empty if the row has no headings of such a table."""
    columns: dict[str, int] = {}
    for place, cell in enumerate(row):
        heading = SPACES.sub(" ", cell).strip().casefold()
        for name, pattern in HEADINGS.items():
            if name not in columns and pattern.search(heading):
                columns[name] = place
                break
    return columns if {"id", "views"} <= columns.keys() or {"id", "files"} <= columns.keys() else {}


def count_of(line: int, row: Sequence[str], columns: dict[str, int]) -> EarlierCount | None:
    cells = {name: "".join(row[place : place + 1]).strip() for name, place in columns.items()}
    views, downloads = number_of(cells.get("views", "")), number_of(cells.get("files", ""))
    month = month_of(cells["month"]) if cells.get("month") else None
    is_month_bad = bool(cells.get("month")) and month is None
    if not cells["id"] or views is None or downloads is None or is_month_bad:
        return None
    return EarlierCount(line, cells["id"], cells.get("title", ""), views, downloads, month)


def number_of(text: str) -> int | None:
    """Return the count; 0 for an empty cell, None for what is no count. Thousands may be apart."""
    text = SPACES.sub("", text).replace(",", "")
    if not text:
        return 0
    return int(text) if NUMBER.fullmatch(text) and int(text) <= MOST_COUNT else None


def month_of(text: str) -> date | None:
    """Return the first day of a month such as 2024-03, 202403 or 2024-03-15; None for no month."""
    match = MONTH.fullmatch(text)
    try:
        return date(int(match[1]), int(match[2]), 1) if match else None
    except ValueError:
        return None

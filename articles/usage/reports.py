"""COUNTER's tabular reports (Code of Practice 5.1, sections 3.2 and 4): TR_J3, IR_A1, IR, TR_J1.

A report is a list of lines: the head, an empty line, the headings, the rows. The names in it are
COUNTER's own, in English. All usage is that of “The World”, since no reader is known.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import msgspec

from articles.records.cleaning import clean_line

from .counting import Metric
from .months import MONTH_NAMES, last_day

NAMES = {
    Metric.TOTAL_INVESTIGATIONS: "Total_Item_Investigations",
    Metric.TOTAL_REQUESTS: "Total_Item_Requests",
    Metric.UNIQUE_INVESTIGATIONS: "Unique_Item_Investigations",
    Metric.UNIQUE_REQUESTS: "Unique_Item_Requests",
}
WORLD_ID = "0000000000000000"
REQUESTS = (Metric.TOTAL_REQUESTS, Metric.UNIQUE_REQUESTS)
FORMULA_SIGNS = ("=", "+", "-", "@")

Counts = Mapping[tuple[str, date], int]  # by metric and the first day of a month
Lines = list[list[str]]


class Journal(msgspec.Struct, frozen=True):
    """The journal of a report, and its columns."""

    id: int
    title: str
    publisher: str
    platform: str  # the host of the site
    issn_print: str
    issn_online: str
    url: str


class Item(msgspec.Struct, frozen=True):
    """An article of a report."""

    id: int
    title: str
    authors: str
    published_on: date | None
    doi: str
    url: str
    access_type: str  # Open, or Free_To_Read without an open licence
    counts: Counts


class Request(msgspec.Struct, frozen=True):
    """The months of a report, by their first days, and when it is made."""

    months: Sequence[date]
    created: str  # 2026-11-29T12:00:00Z
    counted_until: date | None

    @property
    def first_day(self) -> date:
        return self.months[0]

    @property
    def last_day(self) -> date:
        return last_day(self.months[-1])


class Kind(msgspec.Struct, frozen=True):
    name: str
    report_filters: str
    columns: tuple[str, ...]
    attributes: str = ""
    metrics: tuple[Metric, ...] = tuple(NAMES)
    access_type: str = ""  # the only one that counts; '' for all


JOURNAL_COLUMNS = (
    *("Title", "Publisher", "Publisher_ID", "Platform", "DOI", "Proprietary_ID", "Print_ISSN"),
    *("Online_ISSN", "URI"),
)
ITEM_COLUMNS = (
    *("Item", "Publisher", "Publisher_ID", "Platform", "Authors", "Publication_Date"),
    *("Article_Version", "DOI", "Proprietary_ID", "ISBN", "Print_ISSN", "Online_ISSN", "URI"),
    *("Parent_Title", "Parent_Authors", "Parent_Publication_Date", "Parent_Article_Version"),
    *("Parent_Data_Type", "Parent_DOI", "Parent_Proprietary_ID", "Parent_ISBN"),
    *("Parent_Print_ISSN", "Parent_Online_ISSN", "Parent_URI"),
    *("Data_Type", "YOP", "Access_Type", "Access_Method"),
)
ARTICLE_COLUMNS = (
    *("Item", "Publisher", "Publisher_ID", "Platform", "Authors", "Publication_Date"),
    *("Article_Version", "DOI", "Proprietary_ID", "Print_ISSN", "Online_ISSN", "URI"),
    *("Parent_Title", "Parent_Authors", "Parent_Article_Version", "Parent_DOI"),
    *("Parent_Proprietary_ID", "Parent_Print_ISSN", "Parent_Online_ISSN", "Parent_URI"),
    "Access_Type",
)
TR_J3 = Kind(
    "Journal Usage by Access Type",
    "Data_Type=Journal; Access_Method=Regular",
    (*JOURNAL_COLUMNS, "Access_Type"),
)
IR_A1 = Kind(
    "Journal Article Requests",
    "Data_Type=Article; Parent_Data_Type=Journal; Access_Method=Regular",
    ARTICLE_COLUMNS,
    metrics=REQUESTS,
)
IR = Kind(
    "Item Report",
    "Data_Type=Article; Access_Method=Regular",
    ITEM_COLUMNS,
    "Attributes_To_Show=Authors|Publication_Date|Article_Version|YOP|Access_Type|Access_Method; "
    "Include_Parent_Details=True",
)
# Of content that somebody paid for. An open journal has none: the report is empty and says so.
TR_J1 = Kind(
    "Journal Requests (Controlled)",
    "Data_Type=Journal; Access_Type=Controlled; Access_Method=Regular",
    JOURNAL_COLUMNS,
    metrics=REQUESTS,
    access_type="Controlled",
)
KINDS = {"TR_J3": TR_J3, "IR_A1": IR_A1, "IR": IR, "TR_J1": TR_J1}


def report(id: str, journal: Journal, items: Iterable[Item], request: Request) -> Lines:
    """The lines of one of KINDS. Items without usage are left out, as the Code wants it."""
    kind = KINDS[id]
    counted = (item for item in items if kind.access_type in ("", item.access_type))
    rows = journal_rows if kind in (TR_J1, TR_J3) else item_rows
    body = list(rows(kind, journal, counted, request))
    headings = [*kind.columns, "Metric_Type", "Reporting_Period_Total"]
    months = [f"{MONTH_NAMES[month.month - 1]}-{month.year}" for month in request.months]
    return [*head(id, journal, request, bool(body)), [], [*headings, *months], *body]


def head(id: str, journal: Journal, request: Request, has_usage: bool) -> Lines:
    kind = KINDS[id]
    return [
        ["Report_Name", kind.name],
        ["Report_ID", id],
        ["Release", "5.1"],
        ["Institution_Name", "The World"],
        ["Institution_ID", f"{journal.platform}:{WORLD_ID}"],
        ["Metric_Types", "; ".join(NAMES[metric] for metric in kind.metrics)],
        ["Report_Filters", kind.report_filters],
        ["Report_Attributes", kind.attributes],
        ["Exceptions", exception(request, has_usage)],
        ["Reporting_Period", f"Begin_Date={request.first_day}; End_Date={request.last_day}"],
        ["Created", request.created],
        ["Created_By", journal.platform],
        ["Registry_Record", ""],
    ]


def exception(request: Request, has_usage: bool) -> str:
    """Table F.1 of the Code: nothing counted, or not all of the time yet."""
    until = request.counted_until
    if until is None or until < request.last_day:
        reached = f"usage is counted to {until}" if until else "nothing is counted yet"
        period = f"request was for {request.first_day} to {request.last_day}"
        return f"3031: Usage Not Ready for Requested Dates ({period}; however, {reached})"
    return "" if has_usage else "3030: No Usage Available for Requested Dates"


def journal_rows(kind: Kind, journal: Journal, items: Iterable[Item], request: Request) -> Lines:
    """A row for each access type and metric."""
    totals: dict[str, dict[tuple[str, date], int]] = {}
    for item in items:
        group = totals.setdefault(item.access_type, {})
        for key, count in item.counts.items():
            group[key] = group.get(key, 0) + count
    cells = [
        *(journal.title, journal.publisher, "", journal.platform, ""),
        *(f"{journal.platform}:{journal.id}", journal.issn_print, journal.issn_online, journal.url),
    ]
    return [
        row
        for access_type, counts in sorted(totals.items())
        for row in metric_rows(kind, [*cells, access_type], counts, request)
    ]


def item_rows(kind: Kind, journal: Journal, items: Iterable[Item], request: Request) -> Lines:
    return [
        row
        for item in items
        for row in metric_rows(kind, item_cells(kind, journal, item), item.counts, request)
    ]


def item_cells(kind: Kind, journal: Journal, item: Item) -> list[str]:
    platform = journal.platform
    values = [
        *(item.title, journal.publisher, "", platform, item.authors, str(item.published_on or "")),
        *("VoR", item.doi, f"{platform}:article-{item.id}", "", "", "", item.url),
        *(journal.title, "", "", "", "Journal", "", f"{platform}:{journal.id}", ""),
        *(journal.issn_print, journal.issn_online, journal.url),
        *("Article", str(item.published_on.year) if item.published_on else "0001"),
        *(item.access_type, "Regular"),
    ]
    cells = dict(zip(ITEM_COLUMNS, values, strict=True))
    return [cells[column] for column in kind.columns]


def metric_rows(kind: Kind, cells: list[str], counts: Counts, request: Request) -> Lines:
    rows = []
    for metric in kind.metrics:
        numbers = [counts.get((metric, month), 0) for month in request.months]
        if total := sum(numbers):
            rows.append([*map(safe_cell, cells), NAMES[metric], *map(str, [total, *numbers])])
    return rows


def safe_cell(value: str) -> str:
    """A spreadsheet runs what begins like a formula; after an apostrophe it is text."""
    value = clean_line(value)
    return f"'{value}" if value.startswith(FORMULA_SIGNS) else value


def write_csv(lines: Lines) -> bytes:
    buffer = io.StringIO()
    csv.writer(buffer).writerows(lines)
    return buffer.getvalue().encode()

"""`scope` of the header cells of tables, for readers who hear a table cell by cell."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import takewhile

from lxml.etree import _Element

SCOPES = ("col", "colgroup", "row", "rowgroup")
CELLS = ("th", "td")


def mark_scopes(table: _Element) -> None:
    """Give header cells the scope that their place tells; what the text says, and the rest, stays.

    Cells of the head, or of first rows of nothing but header cells, are those of their columns. In
    other rows the header cells before the first value are those of the row.
    """
    head = table.findall("thead/tr")
    body = [*table.findall("tr"), *table.findall("tbody/tr")]
    first = [] if head else list(takewhile(is_of_headers, body))
    for row in (*head, *first):
        mark([cell for cell in row if cell.tag == "th"], "col")
    for row in body[len(first) :]:
        if not is_of_headers(row):
            mark(takewhile(lambda cell: cell.tag == "th", cells_of(row)), "row")


def mark(cells: Iterable[_Element], scope: str) -> None:
    for cell in cells:
        if cell.get("scope") not in SCOPES:
            cell.set("scope", scope)


def cells_of(row: _Element) -> list[_Element]:
    return [cell for cell in row if cell.tag in CELLS]


def is_of_headers(row: _Element) -> bool:
    cells = cells_of(row)
    return bool(cells) and all(cell.tag == "th" for cell in cells)

"""Tables of the full text as cells with positions, even if their spans overlap."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lxml.etree import _Element

from articles.exports.typesetting.blocks import Cell, Runs
from articles.records.full_text.elements import number_in

SPAN_MOST = 100  # columns that one cell may claim


def cells_of(element: _Element, runs_of: Callable[[_Element], Runs]) -> tuple[Cell, ...]:
    """Return the cells of all row groups; a span ends with its group, as in a browser."""
    groups = [
        element.findall("thead/tr"),
        [*element.findall("tr"), *element.findall("tbody/tr")],
    ]
    placed: list[Cell] = []
    top = 0
    for is_head, rows in zip((True, False), groups, strict=True):
        placed += group(rows, top, is_head, runs_of)
        top += len(rows)
    return tuple(placed)


def group(
    rows: list[_Element], top: int, is_head: bool, runs_of: Callable[[_Element], Runs]
) -> Iterator[Cell]:
    taken: set[tuple[int, int]] = set()
    for y, row in enumerate(rows):
        x = 0
        for element in row:
            if element.tag not in ("th", "td"):
                continue
            while (x, y) in taken:
                x += 1
            columns = free(taken, x, y, span(element, "colspan", SPAN_MOST))
            height = span(element, "rowspan", len(rows) - y)
            taken |= {(x + i, y + j) for i in range(columns) for j in range(height)}
            head = is_head or element.tag == "th"
            yield Cell(x, top + y, columns, height, head, runs_of(element))
            x += columns


def span(element: _Element, name: str, most: int) -> int:
    return max(1, min(number_in(element, name) or 1, most))


def free(taken: set[tuple[int, int]], x: int, y: int, wanted: int) -> int:
    """How many columns from here are not taken by a cell from above."""
    width = 1
    while width < wanted and (x + width, y) not in taken:
        width += 1
    return width

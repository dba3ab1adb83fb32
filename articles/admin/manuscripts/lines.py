"""The left side of the review page: the manuscript line by line, with what was taken from each."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from articles.imports.manuscript import Manuscript

from .fields import Cell
from .review_form import Sheet


class Shown(msgspec.Struct, frozen=True):
    number: int
    text: str
    mark: str  # used, doubtful, unplaced, furniture or ''
    cell: Cell | None = None


def shown_lines(manuscript: Manuscript, sheet: Sheet) -> Iterator[Shown]:
    cells = cells_by_line(sheet)
    for line in manuscript.lines:
        used = cells.get(line.number, [])
        text = f"{line.label} {line.text}" if line.label else line.text
        yield Shown(line.number, text, mark_of(line.number, used, manuscript), first_of(used))


def cells_by_line(sheet: Sheet) -> dict[int, list[Cell]]:
    cells: dict[int, list[Cell]] = {}
    for cell in sheet.cells:
        for number in cell.lines:
            cells.setdefault(number, []).append(cell)
    return cells


def mark_of(number: int, used: list[Cell], manuscript: Manuscript) -> str:
    if any(cell.is_doubtful for cell in used):
        return "doubtful"
    if used:
        return "used"
    if number in manuscript.running_heads:
        return "furniture"
    return "unplaced" if number in manuscript.unplaced else ""


def first_of(cells: list[Cell]) -> Cell | None:
    """The most particular cell: the one that came from the fewest lines."""
    return min(cells, key=lambda cell: len(cell.lines), default=None)

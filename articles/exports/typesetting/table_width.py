"""The size of a table's type, and whether it needs a page of its own, wider than high.

Widths are estimated from the letters, since each word has to fit into its column.
"""

from __future__ import annotations

import re

import msgspec

from articles.exports.typesetting.blocks import MAY_BREAK, Cell, Table

SIZES = (9.0, 8.0, 7.0, 6.0)  # of the type, in points
UPRIGHT, TURNED = 455.0, 690.0  # the width of a page's text, in points
LETTERS = 9  # of a word that has to stay whole; longer ones are hyphenated
WORD = re.compile(r"\S+")
INSET = 8.0  # left and right of a cell, in points
CAPITAL, SMALL = 0.68, 0.5  # the widths of letters, in parts of the size of the type


def fitted(table: Table) -> Table:
    """Return the table in the largest type that fits; if none does, with words that break."""
    widths = column_widths(table)
    for is_turned, room in ((False, UPRIGHT), (True, TURNED)):
        for size in SIZES[:3] if not is_turned else SIZES:
            if fits(widths, size, room):
                return msgspec.structs.replace(table, size=size, is_turned=is_turned)
    cells = tuple(map(breakable, table.cells))
    return msgspec.structs.replace(
        table, cells=cells, size=SIZES[-1], is_turned=True, is_broken=True
    )


def breakable(cell: Cell) -> Cell:
    """Return a cell whose words may break behind each letter."""
    runs = (
        run if run.formula else msgspec.structs.replace(run, text=MAY_BREAK.join(run.text))
        for run in cell.runs
    )
    return msgspec.structs.replace(cell, runs=tuple(runs))


def fits(widths: list[float], size: float, room: float) -> bool:
    return sum(width * size + INSET for width in widths) <= room


def column_widths(table: Table) -> list[float]:
    """Return the width of the longest word in each column, in parts of the size of the type."""
    widths = [0.0] * table.columns
    for cell in table.cells:
        if cell.columns == 1:
            widths[cell.x] = max(widths[cell.x], word_width(cell))
    return widths


def word_width(cell: Cell) -> float:
    words = WORD.findall("".join(run.text for run in cell.runs))
    return max((sum(map(letter_width, word[:LETTERS])) for word in words), default=0.0)


def letter_width(letter: str) -> float:
    return CAPITAL if letter.isupper() else SMALL

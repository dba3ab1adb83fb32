"""The size of a table's type, and whether it needs both columns, or a page of its own, turned.

Widths are estimated from the letters, since each word has to fit into its column.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from articles.exports.typesetting.blocks import (
    MAY_BREAK,
    Block,
    Cell,
    Listing,
    Quotation,
    Table,
)
from articles.records.pdf_layout import PAPERS, POINTS, PdfLayout

SIZES = (9.0, 8.0, 7.0, 6.0)  # of the type, in points
LEAST_UPRIGHT = 7.0
SAFETY = 0.97  # of the room that an estimate may fill
LETTERS = 9  # of a word that has to stay whole; longer ones are hyphenated
WORD = re.compile(r"\S+")
INSET = 8.0  # left and right of a cell, in points
CAPITAL, SMALL = 0.68, 0.5  # the widths of letters, in parts of the size of the type


class Rooms(msgspec.Struct, frozen=True):
    """The widths of a column, of a page's text, and of that of a turned page, in points."""

    column: float = 455.0
    page: float = 455.0
    turned: float = 690.0


USUAL_ROOMS = Rooms()


def rooms_of(layout: PdfLayout) -> Rooms:
    flipped = (PAPERS[layout.paper][1] - layout.left - layout.right) * POINTS
    widths = (layout.column_width, layout.text_width, min(flipped, layout.text_height))
    return Rooms(*(width * SAFETY for width in widths))


def fitted_blocks(blocks: Iterable[Block], rooms: Rooms) -> tuple[Block, ...]:
    """Return the blocks with each table in the largest type that fits.

    One inside a list or a quotation stays there, whatever its width.
    """
    return tuple(_fitted_block(block, rooms) for block in blocks)


def _fitted_block(block: Block, rooms: Rooms) -> Block:
    if isinstance(block, Table):
        return fit_table(block, rooms)
    if isinstance(block, Quotation):
        return Quotation(nested_blocks(block.blocks, rooms))
    if isinstance(block, Listing):
        entries = tuple(nested_blocks(entry, rooms) for entry in block.entries)
        return msgspec.structs.replace(block, entries=entries)
    return block


def nested_blocks(blocks: Iterable[Block], rooms: Rooms) -> tuple[Block, ...]:
    """Return the blocks with tables that never leave their column."""
    return tuple(map(_nested_block, fitted_blocks(blocks, rooms)))


def _nested_block(block: Block) -> Block:
    if isinstance(block, Table):
        return msgspec.structs.replace(block, is_wide=False, is_turned=False)
    return block


def fit_table(table: Table, rooms: Rooms) -> Table:
    """Return the table in the largest type that fits; if none does, with words that break."""
    widths = column_widths(table)
    upright = [size for size in SIZES if size >= LEAST_UPRIGHT]
    places: list[tuple[float, float, dict[str, bool]]] = [
        *((size, rooms.column, {}) for size in upright),
        *((size, rooms.page, {"is_wide": True}) for size in upright),
        *((size, rooms.turned, {"is_turned": True}) for size in SIZES),
    ]
    for size, room, place in places:
        if fits(widths, size, room):
            return msgspec.structs.replace(table, size=size, **place)
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

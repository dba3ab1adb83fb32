"""Lines out of the pieces of a PDF page; small raised pieces are superscripts."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from statistics import median

import msgspec

from articles.imports.readers.line import Line, Style, join_runs

NARROW = frozenset(" .,;:!|()[]'‘’iljtfrIіј1-/")
WIDE = frozenset("mwMWЖШЩЮФМжшщюфмы@—%")
SMALL = 0.88  # of the size of a line's letters; superscripts and subscripts are smaller
COLUMN_GAP = 1.6  # ems between pieces of two columns


class Piece(msgspec.Struct, frozen=True):
    """One string at one position, in points."""

    text: str
    left: float
    base: float
    size: float
    font: str
    stretch: float = 1.0

    @property
    def right(self) -> float:
        """The estimated right edge: the library gives no widths of letters."""
        return self.left + self.stretch * text_width(self.text.rstrip(), self.size)


def text_width(text: str, size: float) -> float:
    """Return the estimated width of a text in points."""
    return size * sum(
        0.3 if char in NARROW else 0.85 if char in WIDE else 0.68 if char.isupper() else 0.52
        for char in text
    )


def lines_of(pieces: list[Piece], page: int, stretch: float) -> Iterator[Line]:
    """Yield the lines of one page in the order of the file."""
    row: list[Piece] = []
    for piece in _split(pieces, stretch):
        if row and _has_no_place(row, piece):
            piece = msgspec.structs.replace(piece, left=row[-1].right)
        elif row and not _follows(row, piece):
            yield _line(row, page)
            row = []
        row.append(piece)
    if row:
        yield _line(row, page)


def _split(pieces: list[Piece], stretch: float) -> Iterator[Piece]:
    """Split pieces at line breaks, which the library may add at their end."""
    for piece in pieces:
        for part in piece.text.split("\n"):
            if part.strip() or part == piece.text:
                yield msgspec.structs.replace(piece, text=part, stretch=stretch)


def measure_stretch(pieces: list[Piece]) -> float:
    """Return how much wider than estimated the letters are, measured between adjoining pieces."""
    ratios = [
        (after.left - piece.left) / text_width(piece.text, piece.size)
        for piece, after in itertools.pairwise(pieces)
        if abs(piece.base - after.base) < 0.6 * piece.size
        and after.left - piece.left > 3 * piece.size
        and len(piece.text) > 5
        and "\n" not in piece.text
    ]
    likely = [ratio for ratio in ratios if 0.75 < ratio < 1.6]
    return median(likely) if len(likely) > 5 else 1.1


def _has_no_place(row: list[Piece], piece: Piece) -> bool:
    """Whether the library gives the start of the line instead: it does after a change of font."""
    size = max(row[0].size, piece.size)
    same_line = abs(piece.base - row[0].base) < 0.62 * size
    return same_line and abs(piece.left - row[0].left) < 0.01


def _follows(row: list[Piece], piece: Piece) -> bool:
    """Whether a piece continues the line: at its height or raised, without a column gap."""
    main = max(row, key=lambda each: each.size)
    size = max(main.size, piece.size)
    alike = min(main.size, piece.size) > SMALL * size
    if abs(piece.base - main.base) > (0.25 if alike else 0.62) * size:
        return False
    ahead = piece.left - max(each.right for each in row)
    return -1.5 * size - 0.3 * (row[-1].right - row[-1].left) < ahead < COLUMN_GAP * size + 8


def _line(row: list[Piece], page: int) -> Line:
    size = max(piece.size for piece in row)
    base = median(piece.base for piece in row if piece.size >= SMALL * size)
    runs = []
    for place, piece in enumerate(row):
        text = piece.text
        if place and _needs_blank(row[place - 1], piece):
            text = " " + text
        runs.append((" ".join(text.split(" ")), _styles(piece, size, base)))
    text, spans = join_runs(runs)
    return Line(
        text=text,
        page=page,
        size=round(size, 1),
        left=min(piece.left for piece in row),
        right=max(piece.right for piece in row),
        row=round(base),
        spans=spans,
    )


def _needs_blank(before: Piece, piece: Piece) -> bool:
    if before.text.endswith(" ") or piece.text.startswith(" "):
        return False
    return piece.left - before.right > 0.35 * piece.size + 0.06 * (before.right - before.left)


def _styles(piece: Piece, size: float, base: float) -> frozenset[Style]:
    styles: set[Style] = set()
    if "bold" in piece.font or "black" in piece.font:
        styles.add("b")
    if "italic" in piece.font or "oblique" in piece.font:
        styles.add("i")
    if piece.size < SMALL * size and abs(piece.base - base) > 0.08 * size:
        styles.add("sup" if piece.base > base else "sub")
    return frozenset(styles)

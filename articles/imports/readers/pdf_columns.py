"""Reading order of PDF pages: columns are found and read one after the other."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator
from statistics import median, mode

from msgspec.structs import replace

from articles.imports.readers.line import Line

GAP = 1.25  # of the usual distance between lines
INDENT = 35  # points; lines of one column may be indented by up to this
LEAST_SHARE = 0.12  # of the lines of a page, in one of three or more columns


def in_reading_order(pages: list[list[Line]]) -> Iterator[Line]:
    """Yield the lines page by page, each column before the next, with gaps marked."""
    columns = [columns_of(lines) for lines in pages]
    usual = next((starts for starts in columns if len(starts) > 2), [])
    for lines, starts in zip(pages, columns, strict=True):
        yield from _ordered(lines, usual if usual and _fits(lines, usual) else starts)


def _ordered(lines: list[Line], starts: list[float]) -> Iterator[Line]:
    ordered = list(_by_columns(lines, starts)) if len(starts) > 1 else _by_height(lines)
    step = _usual_step(ordered)
    body = mode([line.size for line in ordered]) if ordered else 0.0
    for before, line in zip([None, *ordered], ordered, strict=False):
        yield replace(line, gap=_is_gap(before, line, step, body), row=0)


def _fits(lines: list[Line], starts: list[float]) -> bool:
    """Whether a page that is not full has the columns of the other pages."""
    inside = sum(any(0 <= line.left - start < INDENT for start in starts) for line in lines)
    return inside > 0.8 * len(lines) and not _two_columns(lines)


def _by_height(lines: list[Line]) -> list[Line]:
    return sorted(lines, key=lambda line: (-line.row, line.left))


def columns_of(lines: list[Line]) -> list[float]:
    """Return the left edge of each column; [] for a page of one column."""
    if len(lines) < 12:
        return []
    return _narrow_columns(lines) or _two_columns(lines)


def _two_columns(lines: list[Line]) -> list[float]:
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    middle = (left + right) / 2
    starts = [line.left for line in lines if middle - 25 < line.left < middle + 60]
    column = [start for start in starts if abs(start - median(starts)) < 20]
    first = [line for line in lines if line.left < left + 40 and line.right < middle + 30]
    if len(column) <= 0.25 * len(lines) or len(first) <= 0.2 * len(lines):
        return []
    sides = (first, [line for line in lines if line.left >= min(column) - 2])
    half = 0.5 * (middle - left)  # cells of a table are narrower
    filled = all(_usual([line.right - line.left for line in side]) > half for side in sides)
    return [left, min(column) - 2] if filled else []


def _narrow_columns(lines: list[Line]) -> list[float]:
    """Three or more columns: at equal distances, and filled to the edge, unlike a table."""
    starts = [start for start, count in _edges(lines) if count > LEAST_SHARE * len(lines)]
    steps = [after - before for before, after in itertools.pairwise(starts)]
    if len(starts) < 3 or max(steps) - min(steps) > 0.08 * max(steps):
        return []
    step = median(steps)
    columns = [
        [line.right - line.left for line in lines if 0 <= line.left - start < INDENT]
        for start in starts
    ]
    filled = all(0.7 * step < _usual(widths) < 1.08 * step for widths in columns)
    return [start - 2 for start in starts] if filled else []


def _edges(lines: list[Line]) -> list[tuple[float, int]]:
    """Left edges with the number of lines there, slightly indented lines included."""
    edges: list[tuple[float, int]] = []
    for left in sorted(line.left for line in lines):
        if edges and left - edges[-1][0] < INDENT:
            edges[-1] = (edges[-1][0], edges[-1][1] + 1)
        else:
            edges.append((left, 1))
    return edges


def _usual(widths: list[float]) -> float:
    """The upper quartile: the width of full lines."""
    return sorted(widths)[int(len(widths) * 0.75)]


def _by_columns(lines: list[Line], starts: list[float]) -> Iterator[Line]:
    """Lines across columns cut the page into bands; each band is read column by column."""
    band: list[Line] = []
    for line in _by_height(lines):
        if _crosses(line, starts):
            yield from _band(band, starts)
            yield line
            band = []
        else:
            band.append(line)
    yield from _band(band, starts)


def _crosses(line: Line, starts: list[float]) -> bool:
    return any(line.left < start and line.right > start + 25 for start in starts[1:])


def _band(lines: list[Line], starts: list[float]) -> list[Line]:
    return sorted(lines, key=lambda line: sum(line.left >= start for start in starts[1:]))


def _usual_step(lines: list[Line]) -> float:
    steps = [
        above.row - below.row
        for above, below in itertools.pairwise(lines)
        if 0 < above.row - below.row < 60
    ]
    often = [step for step, count in Counter(steps).items() if count >= 0.15 * len(steps)]
    return min(often) if often else 14.0


def _is_gap(before: Line | None, line: Line, step: float, body: float) -> bool:
    if before is None:
        return True
    down = before.row - line.row
    larger = max(before.size, line.size) / (body or 1.0)
    return down > GAP * step * max(1.0, larger) or down < -step

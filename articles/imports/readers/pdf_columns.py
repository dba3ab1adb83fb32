"""The order of reading on a PDF page: two columns are read one after the other."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator
from statistics import median, mode

from msgspec.structs import replace

from articles.imports.readers.line import Line

GAP = 1.25  # of the usual distance between lines


def in_reading_order(lines: list[Line]) -> Iterator[Line]:
    """Lines from top to bottom, the left column before the right, with gaps marked."""
    middle = _gutter(lines)
    ordered = list(_by_columns(lines, middle)) if middle else _by_height(lines)
    step = _usual_step(ordered)
    body = mode([line.size for line in ordered]) if ordered else 0.0
    for before, line in zip([None, *ordered], ordered, strict=False):
        yield replace(line, gap=_is_gap(before, line, step, body), row=0)


def _by_height(lines: list[Line]) -> list[Line]:
    return sorted(lines, key=lambda line: (-line.row, line.left))


def _gutter(lines: list[Line]) -> float:
    """Where the right column begins, or 0 on a page with one column."""
    if len(lines) < 12:
        return 0
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    middle = (left + right) / 2
    starts = [line.left for line in lines if middle - 25 < line.left < middle + 60]
    column = [start for start in starts if abs(start - median(starts)) < 20]
    first = [line for line in lines if line.left < left + 40 and line.right < middle + 30]
    if len(column) > 0.25 * len(lines) and len(first) > 0.2 * len(lines):
        return min(column) - 2
    return 0


def _by_columns(lines: list[Line], middle: float) -> Iterator[Line]:
    """Lines across both columns cut the page into bands; each band is read column by column."""
    band: list[Line] = []
    for line in _by_height(lines):
        if line.left < middle and line.right > middle + 25:
            yield from _band(band, middle)
            yield line
            band = []
        else:
            band.append(line)
    yield from _band(band, middle)


def _band(lines: list[Line], middle: float) -> list[Line]:
    left = [line for line in lines if line.left < middle]
    return left + [line for line in lines if line.left >= middle]


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

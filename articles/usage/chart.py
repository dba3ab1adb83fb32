"""The bars of a chart of months, in the units of the SVG that a template draws."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from math import ceil, log10

import msgspec

MONTHS = 12  # a chart shows at most
WIDTH, LEFT, TOP, BASE = 680, 52, 16, 210
LINES = 3  # above the base
ROUND_STEPS = (1, 2, 5, 10)


class Month(msgspec.Struct, frozen=True):
    """Figures of one month, which the first day stands for."""

    first_day: date
    views: int = 0  # of pages and of files that are no full text
    downloads: int = 0
    unique_views: int = 0  # sessions in which anything of the article was used
    requests: int = 0  # of full texts, downloaded or read on the page


class Bar(msgspec.Struct, frozen=True):
    x: float
    top: float
    width: float
    height: float
    is_download: bool


class Line(msgspec.Struct, frozen=True):
    y: float
    count: int


class Chart(msgspec.Struct, frozen=True):
    bars: list[Bar]
    lines: list[Line]
    labels: list[tuple[float, date]]  # the middle of a month's bars
    months: list[Month]

    @property
    def most(self) -> int:
        """The count at the highest line."""
        return self.lines[-1].count


def month_chart(months: Sequence[Month]) -> Chart:
    """Views and downloads side by side, of the last twelve of the months."""
    shown = list(months[-MONTHS:])
    step = line_step(max((max(month.views, month.downloads) for month in shown), default=0))
    slot = (WIDTH - LEFT) / MONTHS
    height = (BASE - TOP) / (step * LINES)
    bars, labels = [], []
    for number, month in enumerate(shown):
        x, width = LEFT + number * slot + slot * 0.1, slot * 0.38
        labels.append((round(LEFT + (number + 0.5) * slot, 1), month.first_day))
        for place, count in enumerate((month.views, month.downloads)):
            bars.append(bar(x + place * (width + 1), width, count * height, bool(place)))
    lines = [Line(round(BASE - n * step * height, 1), n * step) for n in range(LINES + 1)]
    return Chart(bars, lines, labels, shown)


def bar(x: float, width: float, height: float, is_download: bool) -> Bar:
    return Bar(round(x, 1), round(BASE - height, 1), round(width, 1), round(height, 1), is_download)


def line_step(most: int) -> int:
    """A round number of which three reach the highest bar."""
    least = max(ceil(most / LINES), 1)
    scale = 10 ** int(log10(least))
    return next(step * scale for step in ROUND_STEPS if step * scale >= least)


def all_months(first: date, last: date) -> list[date]:
    """The first days of the months from one to the other, both included."""
    months = []
    year, month = first.year, first.month
    while (year, month) <= (last.year, last.month):
        months.append(date(year, month, 1))
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return months

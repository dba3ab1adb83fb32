"""The months of a report: from one to another, both included; and their names."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date

from .chart import all_months

# As COUNTER and access logs write them, whatever the language of the server.
MONTH_NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
MOST_MONTHS = 120
DEFAULT_MONTHS = 12
MONTH = re.compile(r"(\d{4})-(\d{2})(?:-\d{2})?", re.ASCII)  # a day, as COUNTER allows, is dropped


class InvalidMonths(ValueError):
    """No months as 2026-01, the wrong way round, or more than ten years."""


def month_range(begin: str, end: str, today: date) -> Sequence[date]:
    """The first days of the months; what is empty is the last month, and the year up to it.

    Raises InvalidMonths.
    """
    last = first_day(end) if end else today.replace(day=1)
    first = first_day(begin) if begin else months_before(last, DEFAULT_MONTHS - 1)
    months = all_months(first, last) if first <= last else []
    if not 0 < len(months) <= MOST_MONTHS:
        raise InvalidMonths
    return months


def first_day(text: str) -> date:
    match = MONTH.fullmatch(text)
    try:
        return date(int(match[1]), int(match[2]), 1) if match else date.fromisoformat(text)
    except ValueError as error:
        raise InvalidMonths from error


def last_day(month: date) -> date:
    return month.replace(day=monthrange(month.year, month.month)[1])


def months_before(month: date, count: int) -> date:
    years, number = divmod(month.year * 12 + month.month - 1 - count, 12)
    return date(max(years, 1), number + 1, 1)

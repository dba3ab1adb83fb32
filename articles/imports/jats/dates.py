"""Dates of a JATS article: its history and its publication."""

from __future__ import annotations

from datetime import date

from lxml.etree import _Element

from articles.imports.xml_texts import plain
from articles.records.jats import HISTORY


def history(meta: _Element, field: str) -> date | None:
    """Return the day of an event, or None; `field` is that of the record."""
    return day_of(meta.find(f"history/date[@date-type='{HISTORY[field]}']"))


def published(meta: _Element) -> date | None:
    """Return the day of the electronic publication, else any complete publication date."""
    dates = meta.findall("pub-date")
    electronic = ("electronic", "epub")
    dates.sort(
        key=lambda each: (each.get("publication-format") or each.get("pub-type")) not in electronic
    )
    return next(filter(None, map(day_of, dates)), None)


def day_of(element: _Element | None) -> date | None:
    """Return the date, or None if it is not complete."""
    if element is None:
        return None
    parts = [plain(element.find(part)) for part in ("year", "month", "day")]
    try:
        return date(*map(int, parts))
    except ValueError:
        return None


def year(text: str) -> int | None:
    """Return a year of four digits, or None."""
    return int(text) if text.isdecimal() and len(text) == 4 else None

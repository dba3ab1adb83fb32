"""Numbers, dates and pages of an export; what cannot be read is None or empty."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from articles.imports.page_labels import labelled_article_number, without_page_label
from articles.records.pages import read_pages

ELECTRONIC = re.compile(r"[A-Za-z]{1,4}-?\d+")  # E103, e7: an article number, no page
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def whole_number(value: str) -> int | None:
    return int(value) if value.isascii() and value.isdigit() and len(value) < 10 else None


def day(value: str) -> date | None:
    """The day of `2020-03-31` or `2020-03-31 10:20:30`."""
    match = DAY.match(value)
    try:
        return date.fromisoformat(match[0]) if match else None
    except ValueError:
        return None


def page_fields(value: str) -> dict[str, Any]:
    """Fields of a record: pages, or the article number of an electronic article."""
    if number := labelled_article_number(value):
        return {"article_number": number}
    value = without_page_label(value)
    if ELECTRONIC.fullmatch(value):
        return {"article_number": value}
    pages = read_pages(value)
    if pages is None:
        return {}
    return {"first_page": pages.first, "last_page": pages.last, "page_ranges": pages.further}

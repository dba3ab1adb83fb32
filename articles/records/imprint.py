"""Year, volume, number and pages of an article, as most formats need them."""

from __future__ import annotations

from datetime import date

from .record import Record


def year_of(record: Record) -> int | None:
    """Return the year of the issue, which readers cite; without an issue, that of publication."""
    if record.issue:
        return record.issue.year
    return record.published_on.year if record.published_on else None


def published_on(record: Record) -> date | None:
    """Return the day of publication of the article, else of its issue."""
    return record.published_on or (record.issue.published_on if record.issue else None)


def volume_of(record: Record) -> str:
    """Return the volume for registries: the continuous number if the journal has no volumes."""
    return (record.issue.volume or record.issue.through_number) if record.issue else ""


def number_of(record: Record) -> str:
    """Return the number within the year or volume."""
    return record.issue.number if record.issue else ""


def page_range(record: Record, dash: str = "-") -> str:
    """Return `23-30`, or `23` if the last page is unknown or the same."""
    first, last = record.first_page, record.last_page
    return f"{first}{dash}{last}" if first and last and first != last else first or last

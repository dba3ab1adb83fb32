"""Where an article stands: year, volume, number and pages, as every receiver asks for them."""

from __future__ import annotations

from datetime import date

from .record import Record


def year_of(record: Record) -> int | None:
    """The issue's, which readers cite; of an article without an issue, that of its publication."""
    if record.issue:
        return record.issue.year
    return record.published_on.year if record.published_on else None


def published_on(record: Record) -> date | None:
    """The article's own day, else its issue's."""
    return record.published_on or (record.issue.published_on if record.issue else None)


def volume_of(record: Record) -> str:
    """For registries, which know no through number: it stands in where there are no volumes."""
    return (record.issue.volume or record.issue.through_number) if record.issue else ""


def number_of(record: Record) -> str:
    """The number within the year or the volume; the through number where it is the only one."""
    return record.issue.number if record.issue else ""


def page_range(record: Record, dash: str = "-") -> str:
    """`23-30`, or `23` where the last page is unknown or the same."""
    first, last = record.first_page, record.last_page
    return f"{first}{dash}{last}" if first and last and first != last else first or last

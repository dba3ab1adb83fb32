"""Date, volume, number and pages of an article: one rule for all formats and citations.

The issue dates and numbers its articles, so that all of them are cited alike. The day on which
an article itself appeared online is given beside it, where a format has a place for it.
"""

from __future__ import annotations

import re
from datetime import date

from .facts import IssueFacts, JournalFacts
from .languages import Language
from .pages import pages_of
from .record import Record

# `5`, `A`, `S1`, a Roman number: also one in Cyrillic letters.
NUMBER = re.compile(r"\d|[^\W\d_](?=\d|\Z)|[IVXLCDMІХ]+\b")
PART: dict[Language, str] = {"kk": "бөл.", "ru": "ч.", "en": "pt."}


def year_of(record: Record) -> int | None:
    """Return the year of the issue, which readers cite; without an issue, that of publication."""
    if record.issue:
        return record.issue.year
    return record.published_on.year if record.published_on else None


def issued_on(record: Record) -> date | None:
    """Return the day of publication: the issue's; without an issue, the article's own.

    None if it is not known, or not in the issue's year: number 4 of 2025 is cited by that year,
    also if it came out in 2026.
    """
    if not record.issue:
        return record.published_on
    day = record.issue.published_on
    return day if day and day.year == record.issue.year else None


def issued(record: Record) -> str:
    """Return `2024-03-29`, or `2024` without the day (ISO 8601); '' without a year."""
    day, year = issued_on(record), year_of(record)
    if day:
        return day.isoformat()
    return "" if year is None else f"{year:04}"


def online_on(record: Record) -> date | None:
    """Return the day on which the article itself appeared, unless it is that of publication."""
    return record.published_on if record.published_on != issued_on(record) else None


def volume_of(record: Record) -> str:
    """Return the volume; else the continuous number, where the journal's setting says so."""
    return issue_volume(record.issue, record.journal) if record.issue else ""


def issue_volume(issue: IssueFacts, journal: JournalFacts | None) -> str:
    """Return the volume of an issue, by the same rule."""
    is_volume = journal is not None and journal.through_number_is_volume
    return issue.volume or (issue.through_number if is_volume else "")


def number_of(record: Record) -> str:
    """Return the number; else the continuous number, unless it is the volume already."""
    issue = record.issue
    if not issue or issue.number:
        return issue.number if issue else ""
    return issue.through_number if issue.through_number != volume_of(record) else ""


def printed_number(issue: IssueFacts) -> str:
    """Return `1 (134)`, number and continuous number; `134` if there is only one or they agree."""
    number, through = issue.number, issue.through_number
    return f"{number} ({through})" if number and through not in ("", number) else number or through


def numbered(number: str, sign: str) -> str:
    """Return `№ 5`; a number in words, such as `Спецвыпуск` or `Suppl. 1`, has no sign."""
    return f"{sign} {number}" if NUMBER.match(number) else number


def part_label(part: str, language: Language) -> str:
    """Return `ч. 2` for a bare number; a part with a name, such as `Supplement`, as it is."""
    return f"{PART[language]} {part}" if part[:1].isdigit() else part


def number_and_part(record: Record, language: Language) -> str:
    """Return `5, ч. 2`, for formats that have one place for both: two parts are two issues."""
    part = part_label(record.issue.part, language) if record.issue else ""
    return ", ".join(filter(None, (number_of(record), part)))


def page_range(record: Record, dash: str = "-") -> str:
    """Return `23-30`, `23` if the last page is unknown or the same, or `12-15, 18`."""
    return pages_of(record).listed(dash)

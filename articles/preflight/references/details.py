"""Addresses, years, pages and days of access of an entry and its romanized version."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext_lazy as _

from articles.records.findings import Finding, Level
from articles.records.record import Reference
from articles.records.reference_imprint import (
    access_dates,
    is_whole,
    labelled_ranges,
    page_ranges,
    parse_day,
    url_key,
    urls,
    years,
)

from ..messages import fill, spot_in
from ..subject import Subject

AFTER_ACCEPTANCE = _("Accessed on %(day)s, after the article was accepted (%(last)s).")
AFTER_RECEIPT = _("Accessed on %(day)s, after the article was received (%(last)s).")
COMPARE = _("Compare both with the source.")


def check_addresses(subject: Subject) -> Iterator[Finding]:
    """The two versions have the same link, where both have entry."""
    for field, entry in _paired_entries(subject):
        original, romanized = urls(entry.text), urls(entry.romanized)
        keys = {url_key(url) for url in original}
        lost = [url for url in romanized if url_key(url) not in keys]
        if original and lost:
            yield _differ(field, entry.romanized, _("Address"), original[0], lost[0])


def check_years(subject: Subject) -> Iterator[Finding]:
    """The two versions have the same years."""
    for field, entry in _paired_entries(subject):
        original, romanized = years(entry.text), years(entry.romanized)
        mine, theirs = sorted(original - romanized), sorted(romanized - original)
        if mine and theirs:
            yield _differ(field, entry.romanized, _("Year"), mine[0], theirs[0])


def check_pages(subject: Subject) -> Iterator[Finding]:
    """The romanized version has the pages that the original labels as such."""
    for field, entry in _paired_entries(subject):
        original, romanized = labelled_ranges(entry.text), page_ranges(entry.romanized)
        mine = sorted(original - romanized)
        theirs = sorted(romanized - page_ranges(entry.text))
        if mine and theirs:
            yield _differ(
                field, entry.romanized, _("Pages"), "-".join(mine[0]), "-".join(theirs[0])
            )


def check_access_days(subject: Subject) -> Iterator[Finding]:
    """The two versions have the same day of access."""
    for field, entry in _paired_entries(subject):
        original, romanized = access_dates(entry.text), access_dates(entry.romanized)
        if (
            original
            and romanized
            and (parse_day(original[0]) or 0) != (parse_day(romanized[0]) or 1)
        ):
            yield _differ(field, entry.romanized, _("Day of access"), original[0], romanized[0])


def check_possible_days(subject: Subject) -> Iterator[Finding]:
    """The day of access exists in the calendar."""
    for passage in subject.references:
        for printed in access_dates(passage.text):
            if is_whole(printed) and not parse_day(printed):
                start = passage.text.index(printed)
                yield Finding(
                    Level.WARNS,
                    passage.field,
                    None,
                    fill(_("This date does not exist: %(day)s."), day=printed),
                    _("Check for a missing or mistyped digit."),
                    spot=spot_in(passage.text, start, start + len(printed)),
                )


def check_accessed_in_time(subject: Subject) -> Iterator[Finding]:
    """No source was accessed after the article was accepted, revised or received."""
    record = subject.record
    last = record.accepted_on or record.published_on
    received = record.revised_on or record.received_on
    for passage in subject.references:
        for printed in access_dates(passage.text):
            read_on = parse_day(printed)
            if read_on and last and read_on > last:
                yield _late(Level.WARNS, passage.field, printed, AFTER_ACCEPTANCE, last)
            elif read_on and received and read_on > received:
                yield _late(Level.NOTES, passage.field, printed, AFTER_RECEIPT, received)


def _paired_entries(subject: Subject) -> Iterator[tuple[str, Reference]]:
    for place, entry in enumerate(subject.record.references, 1):
        if entry.text and entry.romanized:
            yield f"references[{place}].romanized", entry


def _differ(field: str, text: str, what: object, original: str, romanized: str) -> Finding:
    start = max(0, text.find(romanized))
    return Finding(
        Level.WARNS,
        field,
        None,
        fill(
            _("%(what)s: “%(original)s” in the original, “%(romanized)s” in the romanized entry."),
            what=what,
            original=original,
            romanized=romanized,
        ),
        COMPARE,
        spot=spot_in(text, start, start + len(romanized)),
    )


def _late(level: Level, field: str, printed: str, message: object, last: date) -> Finding:
    return Finding(
        level,
        field,
        None,
        fill(message, day=printed, last=f"{last:%d.%m.%Y}"),
        _("Check the date."),
    )

"""Issues and sections that a file of another system names: found here, or made."""

from __future__ import annotations

import msgspec

from articles.models import Issue, Journal, Section
from articles.queries.record_facts import text_of
from articles.records.facts import IssueFacts
from articles.records.languages import LANGUAGES, Text
from articles.records.record import Record

from .local_keys import has_common_text


def with_own_issue(record: Record, journal: Journal, *, is_public: bool) -> Record:
    """The record with its issue and section as this journal has them; missing ones are made.

    `is_public`: a new issue is out since the day that the record names.
    """
    issue, section = record.issue, record.section
    if issue:
        row = find_issue(issue, journal) or make_issue(issue, journal, is_public=is_public)
        issue = msgspec.structs.replace(
            issue,
            volume=row.volume,
            number=row.number,
            part=row.part,
            through_number=row.through_number,
        )
    if section and not has_section(section, journal):
        make_section(section, journal)
    return msgspec.structs.replace(record, issue=issue)


def find_issue(issue: IssueFacts, journal: Journal) -> Issue | None:
    """The issue of the year with the same printed number and part.

    Many formats have a place for the number alone: a volume or a continuous number that only one
    side knows tells no issues apart.
    """
    rows = Issue.objects.filter(journal=journal, year=issue.year, part=issue.part)
    alike = [row for row in rows if printed(row) & printed(issue) or is_same_volume(row, issue)]
    exact = [row for row in alike if row.volume == issue.volume]
    vague = [row for row in alike if not (row.volume and issue.volume)]
    return next(iter((*exact, *vague)), None)


def printed(issue: Issue | IssueFacts) -> set[str]:
    """The numbers under which an issue is printed."""
    return {number for number in (issue.number, issue.through_number) if number}


def is_same_volume(row: Issue, issue: IssueFacts) -> bool:
    """Whether both are a volume without numbers."""
    return bool(row.volume) and row.volume == issue.volume and not (printed(row) | printed(issue))


def make_issue(issue: IssueFacts, journal: Journal, *, is_public: bool) -> Issue:
    return Issue.objects.create(
        journal=journal,
        year=issue.year,
        volume=issue.volume,
        number=issue.number,
        part=issue.part,
        through_number=issue.through_number,
        signed_on=issue.signed_on,
        published_on=issue.published_on if is_public else None,
        planned_on=None if is_public else issue.published_on,
        doi_number=issue.doi_number,
        **columns("title", issue.title),
        **columns("description", issue.description),
    )


def has_section(title: Text, journal: Journal) -> bool:
    sections = Section.objects.filter(journal=journal)
    return any(has_common_text(text_of(row, "title"), title) for row in sections)


def make_section(title: Text, journal: Journal) -> Section:
    order = min(Section.objects.filter(journal=journal).count() + 1, 32_767)
    return Section.objects.create(journal=journal, order=order, **columns("title", title))


def columns(field: str, text: Text) -> dict[str, str]:
    return {f"{field}_{code}": text.get(code, "") for code in LANGUAGES}

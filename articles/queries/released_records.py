"""The released records of many articles: read in chunks, so that memory never grows with them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice

import msgspec
from django.conf import settings
from django.db.models import QuerySet

from articles.models.article import Article
from articles.models.issue import Issue, Section
from articles.models.journal import Journal
from articles.models.title_periods import TitlePeriod
from articles.records import json
from articles.records.facts import IssueFacts, JournalFacts
from articles.records.languages import Text
from articles.records.record import Record

from .author_codes import with_codes
from .record_facts import day_of, issue_facts, journal_facts, period_of, text_of

CHUNK = 200

Row = tuple[int, int, Record]  # an article's key, its journal's, and what was released of it
COLUMNS = ("pk", "journal_id", "released__stored")


def released_records(articles: QuerySet[Article], chunk: int = CHUNK) -> Iterator[Record]:
    """In the order of the queryset, each with its facts and its authors' codes.

    Two queries a chunk (rows, codes), and one more for whatever journals, issues and sections
    were not met before.
    """
    rows = articles.filter(released__isnull=False).values_list(*COLUMNS)
    shelf = Shelf()
    stream = rows.iterator(chunk_size=chunk)
    while part := list(islice(stream, chunk)):
        yield from shelf.records([(pk, journal, json.load(text)) for pk, journal, text in part])


class Shelf:
    """Journals, issues and sections that were met already."""

    def __init__(self) -> None:
        self.journals: dict[int, Journal] = {}
        self.title_periods: dict[int, list[TitlePeriod]] = {}
        self.issues: dict[int, Issue] = {}
        self.sections: dict[int, Text] = {}
        self.journal_facts: dict[tuple[int, int | None], JournalFacts] = {}
        self.issue_facts: dict[int, IssueFacts] = {}

    def records(self, rows: Sequence[Row]) -> list[Record]:
        self.meet(rows)
        return with_codes([self.attach(row) for row in rows])

    def meet(self, rows: Sequence[Row]) -> None:
        journals = {row[1] for row in rows} - self.journals.keys()
        issues = {row[2].issue_id for row in rows} - self.issues.keys() - {None}
        sections = {row[2].section_id for row in rows} - self.sections.keys() - {None}
        if journals:
            found = Journal.objects.prefetch_related("title_periods").in_bulk(journals)
            self.journals |= found
            self.title_periods |= {pk: list(one.title_periods.all()) for pk, one in found.items()}
        if issues:
            self.issues |= Issue.objects.in_bulk(issues)
        if sections:
            self.sections |= {
                pk: text_of(section, "title")
                for pk, section in Section.objects.in_bulk(sections).items()
            }

    def attach(self, row: Row) -> Record:
        pk, journal, record = row
        issue, section = record.issue_id, record.section_id
        day = day_of(record, self.issues[issue] if issue else None)
        return msgspec.structs.replace(
            record,
            id=pk,
            site=settings.SITE_URL,
            section=self.sections[section] if section else {},
            journal=self.facts_of_journal(journal, day),
            issue=self.facts_of_issue(issue) if issue else None,
        )

    def facts_of_journal(self, pk: int, day: date | None) -> JournalFacts:
        periods = self.title_periods[pk]
        period = period_of(periods, day)
        key = (pk, period.pk if period else None)
        if key not in self.journal_facts:
            self.journal_facts[key] = journal_facts(self.journals[pk], day, periods)
        return self.journal_facts[key]

    def facts_of_issue(self, pk: int) -> IssueFacts:
        if pk not in self.issue_facts:
            self.issue_facts[pk] = issue_facts(self.issues[pk])
        return self.issue_facts[pk]

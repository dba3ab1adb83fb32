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
from articles.records import json
from articles.records.facts import IssueFacts, JournalFacts
from articles.records.languages import Text
from articles.records.record import Record

from .authors import with_known_people
from .current_keys import with_current_organisations
from .record_facts import issue_facts, journal_facts, period_of, text_of, title_day, with_release

CHUNK = 200

Row = tuple[int, int, Record]  # the key of an article, its journal's, and its released record


def released_records(articles: QuerySet[Article], chunk: int = CHUNK) -> Iterator[Record]:
    """In the order of the queryset, each with its facts and what its people are known as now.

    Two queries a chunk (records, people), one for the organisations of the chunk, and one for
    whatever journals, title periods, issues and sections did not come up before.
    """
    rows = articles.filter(released__isnull=False).values_list(
        "pk", "journal_id", "released__stored", "listing__released_at"
    )
    loader = FactsLoader()
    stream = rows.iterator(chunk_size=chunk)
    while part := list(islice(stream, chunk)):
        yield from loader.attach_all(
            [(pk, journal, with_release(json.load(text), at)) for pk, journal, text, at in part]
        )


def records_in_order(article_ids: Sequence[int]) -> Iterator[Record]:
    """The released records of these articles in the order of the keys; withdrawn ones left out."""
    for start in range(0, len(article_ids), CHUNK):
        part = article_ids[start : start + CHUNK]
        articles = Article.objects.readable().filter(pk__in=part)
        by_key = {record.id: record for record in released_records(articles)}
        yield from (by_key[key] for key in part if key in by_key)


class FactsLoader:
    """Attaches facts to one chunk of records after another, fetching each row once."""

    def __init__(self) -> None:
        self.journals: dict[int, Journal] = {}
        self.issues: dict[int, Issue] = {}
        self.sections: dict[int, Text] = {}
        self.journal_facts: dict[tuple[int, int | None], JournalFacts] = {}
        self.issue_facts: dict[int, IssueFacts] = {}

    def attach_all(self, rows: Sequence[Row]) -> list[Record]:
        self.fetch(rows)
        records = with_known_people([self.attach(row) for row in rows])
        return with_current_organisations(records)

    def fetch(self, rows: Sequence[Row]) -> None:
        """The journals, issues and sections of these rows that are not here yet."""
        journals = {journal_id for _pk, journal_id, _record in rows} - self.journals.keys()
        records = [record for _pk, _journal_id, record in rows]
        issues = {record.issue_id for record in records} - self.issues.keys() - {None}
        sections = {record.section_id for record in records} - self.sections.keys() - {None}
        if journals:
            self.journals |= Journal.objects.prefetch_related("title_periods").in_bulk(journals)
        if issues:
            self.issues |= Issue.objects.in_bulk(issues)
        if sections:
            rows_by_key = Section.objects.in_bulk(sections)
            self.sections |= {pk: text_of(row, "title") for pk, row in rows_by_key.items()}

    def attach(self, row: Row) -> Record:
        pk, journal, record = row
        issue, section = record.issue_id, record.section_id
        day = title_day(record, self.issues[issue] if issue else None)
        return msgspec.structs.replace(
            record,
            id=pk,
            site=settings.SITE_URL,
            section=self.sections[section] if section else {},
            journal=self.facts_of_journal(journal, day),
            issue=self.facts_of_issue(issue) if issue else None,
        )

    def facts_of_journal(self, pk: int, day: date | None) -> JournalFacts:
        """Made once for the present title and once for each former one."""
        period = period_of(self.journals[pk], day)
        key = (pk, period.pk if period else None)
        if key not in self.journal_facts:
            self.journal_facts[key] = journal_facts(self.journals[pk], day)
        return self.journal_facts[key]

    def facts_of_issue(self, pk: int) -> IssueFacts:
        if pk not in self.issue_facts:
            self.issue_facts[pk] = issue_facts(self.issues[pk])
        return self.issue_facts[pk]

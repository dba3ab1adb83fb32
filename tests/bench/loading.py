"""Loads invented articles into the database by COPY, as published ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from itertools import islice
from typing import Any

import msgspec
from django.db import connection, transaction
from django.db.models import Max

from articles.models import Article, Issue, Journal, Listing, Revision, Section
from articles.publishing.keys import listing_keys
from articles.records import json
from articles.records.record import Record
from articles.records.summary import summary
from tests.bench.corpus import Place, records

JOURNALS, SECTIONS, ISSUE_ARTICLES = 5, 4, 20
BATCH = 1_000
NOW = datetime(2026, 1, 1, tzinfo=UTC)

REVISION = ("id", "article_id", "version", "at", "reason", "stored")
LISTING = (
    "article_id", "journal_id", "issue_id", "section_id", "position", "language", "status",
    "published_on", "changed_at", "stored",
)  # fmt: skip
KEY = ("listing_id", "journal_id", "kind", "language", "label", "key", "sort_key", "typed")


def load(count: int) -> None:
    """Journals, issues, sections and `count` public articles, without search rows."""
    first = 1 + max(last(Article), last(Revision))
    stream = enumerate(records(count, places(count)), first)
    while batch := list(islice(stream, BATCH)):
        with transaction.atomic():
            Article.objects.bulk_create(article(pk, *pair) for pk, pair in batch)
            copy("articles_revision", REVISION, (revision(pk, *pair) for pk, pair in batch))
            copy("articles_listing", LISTING, (listing(pk, *pair) for pk, pair in batch))
            copy("articles_listingkey", KEY, keys(batch))
    with connection.cursor() as cursor:
        for table in ("articles_article", "articles_revision"):
            cursor.execute(
                f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), {first + count})"
            )
        cursor.execute("ANALYZE")


def last(model: type[Article] | type[Revision]) -> int:
    return model.objects.aggregate(last=Max("pk"))["last"] or 0


def places(count: int) -> list[Place]:
    """Issues in order of time, of each journal in turn."""
    journals = [a_journal(number) for number in range(1, JOURNALS + 1)]
    issues = max(count // ISSUE_ARTICLES, JOURNALS)
    return [an_issue(journals[number % JOURNALS], number, issues) for number in range(issues)]


def a_journal(number: int) -> tuple[Journal, list[Section]]:
    journal = Journal.objects.create(
        slug=f"bench-{number}",
        name_kk=f"Дала журналы {number}",
        name_ru=f"Журнал степи {number}",
        name_en=f"Steppe Journal {number}",
        doi_prefix="10.5555",
    )
    sections = [
        Section.objects.create(journal=journal, title_kk=f"Бөлім {place}", order=place)
        for place in range(1, SECTIONS + 1)
    ]
    return journal, sections


def an_issue(journal: tuple[Journal, list[Section]], number: int, issues: int) -> Place:
    year = 2000 + 25 * number // issues
    issue = Issue.objects.create(
        journal=journal[0], year=year, number=str(number + 1), published_on=f"{year}-06-01"
    )
    return Place(journal[0].pk, issue.pk, journal[1][number % SECTIONS].pk)


def article(pk: int, place: Place, record: Record) -> Article:
    return Article(
        pk=pk,
        journal_id=place.journal,
        issue_id=place.issue,
        section_id=place.section,
        position=record.position,
        language=record.language,
        status="published",
        title_kk=record.title["kk"],
        title_ru=record.title["ru"],
        title_en=record.title["en"],
        doi=record.doi,
        first_page=record.first_page,
        last_page=record.last_page,
        published_on=record.published_on,
        version=1,
        changed_at=NOW,
        released_id=pk,
    )


def revision(pk: int, place: Place, record: Record) -> tuple[Any, ...]:
    return (pk, pk, 1, NOW, "", json.write(record).decode())


def listing(pk: int, place: Place, record: Record) -> tuple[Any, ...]:
    stored = msgspec.json.encode(summary(record, pk)).decode()
    return (
        *(pk, place.journal, place.issue, place.section, record.position, record.language),
        *("published", record.published_on, NOW, stored),
    )


def keys(batch: Iterable[tuple[int, tuple[Place, Record]]]) -> Iterator[tuple[Any, ...]]:
    for pk, (place, record) in batch:
        for key in listing_keys(record, Listing(article=Article(pk=pk), journal_id=place.journal)):
            yield (pk, *(getattr(key, column) for column in KEY[1:]))


def copy(table: str, columns: tuple[str, ...], rows: Iterable[tuple[Any, ...]]) -> None:
    with (
        connection.cursor() as cursor,
        cursor.copy(f"COPY {table} ({', '.join(columns)}) FROM STDIN") as rows_in,
    ):
        for row in rows:
            rows_in.write_row(row)

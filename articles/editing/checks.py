"""Runs preflight on one article or many, each with its neighbouring articles."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

import msgspec
from django.db.models import F, QuerySet
from django.utils import timezone

from articles import preflight
from articles.models import Article, Revision
from articles.queries.neighbours import neighbours_of
from articles.queries.released_records import FactsLoader
from articles.records import json
from articles.records.findings import Finding
from articles.records.record import Record

CHUNK = 100


class CheckedArticle(msgspec.Struct, frozen=True):
    record: Record
    findings: list[Finding]


def check_article(record: Record) -> list[Finding]:
    """The findings of one record, saved or not; two queries for its neighbours."""
    neighbours = neighbours_of([record], timezone.localdate())
    return preflight.findings(record, neighbours[record.id])


def check_articles(articles: QuerySet[Article]) -> Iterator[CheckedArticle]:
    """The findings of the latest revisions, in the order of the queryset.

    At most eight queries for each chunk: records, journals, their titles, issues, sections, codes,
    neighbours.
    """
    keys = articles.values_list("pk", flat=True).iterator(chunk_size=CHUNK)
    loader = FactsLoader()
    today = timezone.localdate()
    while part := list(islice(keys, CHUNK)):
        records = _records(part, loader)
        neighbours = neighbours_of(records, today)
        for record in records:
            yield CheckedArticle(record, preflight.findings(record, neighbours[record.id]))


def _records(keys: list[int], loader: FactsLoader) -> list[Record]:
    latest = Revision.objects.filter(article__in=keys, version=F("article__version"))
    rows = latest.values_list("article_id", "article__journal_id", "stored")
    stored_records = [(pk, journal, json.load(stored)) for pk, journal, stored in rows]
    records = {record.id: record for record in loader.attach_all(stored_records)}
    return [records[key] for key in keys if key in records]

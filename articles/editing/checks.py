"""Runs preflight on one article or many, each with its neighbouring articles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

import msgspec
from django.db.models import QuerySet
from django.utils import timezone

from articles import preflight
from articles.models import Article
from articles.queries.neighbours import neighbours_of
from articles.queries.released_records import FactsLoader
from articles.records.findings import Finding
from articles.records.record import Record

from .working_copy import working_records

CHUNK = 100


class CheckedArticle(msgspec.Struct, frozen=True):
    record: Record
    findings: list[Finding]


def check_article(record: Record) -> list[Finding]:
    """The findings of one record, saved or not; two queries for its neighbours."""
    return check_records([record])[0].findings


def check_records(records: Sequence[Record]) -> list[CheckedArticle]:
    """The findings of these records, saved or not; two queries for the neighbours of all."""
    neighbours = neighbours_of(records, timezone.localdate())
    return [
        CheckedArticle(record, preflight.findings(record, neighbours[record.id]))
        for record in records
    ]


def check_articles(articles: QuerySet[Article]) -> Iterator[CheckedArticle]:
    """The findings of the latest revisions, in the order of the queryset.

    At most eight queries for each chunk: records, journals, their titles, issues, sections, codes,
    neighbours.
    """
    keys = articles.values_list("pk", flat=True).iterator(chunk_size=CHUNK)
    loader = FactsLoader()
    while part := list(islice(keys, CHUNK)):
        yield from check_records(working_records(part, loader))

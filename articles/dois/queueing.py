"""Queueing deposits: rows and XML are written before anything is sent."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from itertools import groupby, islice

import msgspec
from django.db import transaction
from django.db.models import Max, QuerySet
from django.db.models.functions import Lower
from django.utils import timezone

from articles.exports import FORMATS, NotExportable, Stamp, stamp
from articles.exports.versions import writers_version
from articles.models import Article, Deposit, DepositRecord, Journal
from articles.queries.released_records import released_records
from articles.records.findings import Finding
from articles.records.identifiers import doi_key
from articles.records.record import Record

from . import service
from .deposit_bodies import content_of, deposit_body
from .states import refresh_state

MOST_ARTICLES = 100  # in one file


class QueueResult(msgspec.Struct, frozen=True):
    """The queued deposits, and the articles that Crossref's requirements exclude."""

    deposits: tuple[Deposit, ...]
    refused: dict[int, tuple[Finding, ...]]  # findings by the article's key


def outdated_articles() -> QuerySet[Article]:
    """Articles whose deposits differ in the format alone: sent on request, never as due."""
    outdated = Article.objects.public().filter(deposit_state=Article.DepositState.OUTDATED)
    return outdated.exclude(doi_state=Article.DoiState.ELSEWHERE).order_by("journal_id", "pk")


def queue_articles(articles: QuerySet[Article], now: datetime | None = None) -> QueueResult:
    """Queues deposits, one file for each journal and prefix.

    An article whose deposit is queued unchanged is not queued again.
    """
    refused: dict[int, tuple[Finding, ...]] = {}
    deposits: list[Deposit] = []
    sendable = articles.filter(status__in=Article.READABLE, doi__isnull=False)
    ordered = sendable.order_by("journal_id", "issue_id", "position", "pk")
    exportable = (row for row in released_records(ordered) if _is_exportable(row, refused))
    for _key, group in groupby(exportable, key=_file_key):
        while part := list(islice(group, MOST_ARTICLES)):
            deposits += _queue_file(part, now or timezone.now())
    return QueueResult(tuple(deposits), refused)


def _file_key(record: Record) -> tuple[str, str]:
    return record.journal.slug if record.journal else "", record.doi.partition("/")[0]


def _is_exportable(record: Record, refused: dict[int, tuple[Finding, ...]]) -> bool:
    """Whether the record can be deposited; adds its findings to `refused` if not."""
    try:
        deposit_body(record)
    except NotExportable as error:
        refused[record.id or 0] = error.findings
        return False
    return True


@transaction.atomic
def _queue_file(records: list[Record], now: datetime) -> list[Deposit]:
    """Writes one deposit. The journal is locked, so that the timestamps of a DOI only grow."""
    slug, _prefix = _file_key(records[0])
    journal = Journal.objects.select_for_update().get(slug=slug)
    waiting = waiting_bodies(record.id for record in records)
    new = [(one, body) for one, body in _bodies(records) if (one.id, body) not in waiting]
    if not new:
        return []
    next_timestamp = next_stamp([record.doi for record, _body in new], slug, now)
    xml = b"".join(FORMATS["crossref"].write([record for record, _body in new], next_timestamp))
    deposit = Deposit.objects.create(
        journal=journal,
        name=f"{next_timestamp.batch}.xml",
        xml=xml.decode(),
        host=service.host(),
        is_test=service.is_test(service.host()),
        due_at=now,
    )
    DepositRecord.objects.bulk_create(
        DepositRecord(
            deposit=deposit,
            article_id=record.id or 0,
            doi=record.doi,
            timestamp=int(next_timestamp.number),
            body=body,
            content=content_of(record),
            writer_version=writers_version(),
        )
        for record, body in new
    )
    _refresh_states(new)
    return [deposit]


def _bodies(records: list[Record]) -> list[tuple[Record, str]]:
    return [(record, deposit_body(record)) for record in records]


def waiting_bodies(article_ids: Iterable[int | None]) -> set[tuple[int, str]]:
    """Article and body of every deposit that waits to be sent or answered; one query."""
    waiting = DepositRecord.objects.filter(
        article__in=list(article_ids),
        state__in=(DepositRecord.State.QUEUED, DepositRecord.State.SENT),
        deposit__host=service.host(),
    )
    return set(waiting.values_list("article_id", "body"))


def _refresh_states(deposited: list[tuple[Record, str]]) -> None:
    articles = Article.objects.in_bulk([record.id for record, _body in deposited])
    for record, _body in deposited:
        refresh_state(articles[record.id or 0], record)


def next_stamp(dois: list[str], slug: str, now: datetime) -> Stamp:
    """The timestamp of now, or one more than the last timestamp of any of these DOIs."""
    keys = [doi_key(doi) for doi in dois]
    last = (
        DepositRecord.objects.alias(key=Lower("doi"))
        .filter(key__in=keys)
        .aggregate(last=Max("timestamp"))["last"]
        or 0
    )
    last_of_journal = Deposit.objects.filter(journal__slug=slug).aggregate(
        last=Max("records__timestamp")
    )
    number = max(int(stamp(now).number), last + 1, (last_of_journal["last"] or 0) + 1)
    return Stamp(batch=f"{slug}-{number}", number=str(number), at=now)

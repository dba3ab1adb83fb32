"""After an upgrade: what is registered as an earlier version of the writer wrote it."""

from __future__ import annotations

from typing import Any

from django.db import connections
from django.db.migrations.executor import MigrationExecutor
from django.db.models import OuterRef, QuerySet, Subquery

from articles.exports.versions import writers_version
from articles.models import Article, DepositRecord
from articles.queries.released_records import released_records

from . import service
from .deposit_bodies import content_of
from .states import CHUNK, last_records, state_of, store_state

State = Article.DepositState
# In these states the deposit has the content of the article, whatever wrote it.
SAME_CONTENT = (State.REGISTERED, State.OUTDATED, State.FAILED)


def mark_outdated() -> int:
    """Compares deposits of other versions of the writer; returns how many articles.

    None becomes due: one that the writer now writes differently is marked as outdated.
    """
    keys = list(articles_of_other_versions().values_list("pk", flat=True))
    for start in range(0, len(keys), CHUNK):
        compare_versions(Article.objects.filter(pk__in=keys[start : start + CHUNK]))
    return len(keys)


def articles_of_other_versions() -> QuerySet[Article]:
    """Articles whose newest deposit was neither made by this writer nor compared with it."""
    deposits = DepositRecord.objects.filter(article=OuterRef("pk"), deposit__host=service.host())
    newest = deposits.order_by("-timestamp").values("writer_version")[:1]
    articles = Article.objects.filter(deposit_state__in=SAME_CONTENT)
    others = articles.annotate(writer_version=Subquery(newest))
    return others.exclude(writer_version=writers_version()).order_by("pk")


def compare_versions(articles: QuerySet[Article]) -> None:
    """Stores the state of each article, and with its newest deposit the content of the article."""
    by_key = articles.in_bulk()
    newest = last_records(by_key.values())
    for record in released_records(articles.filter(pk__in=newest).order_by("pk")):
        article = by_key[record.id or 0]
        last = newest[article.pk]
        last.content = content_of(record)
        last.writer_version = writers_version()
        store_state(article, state_of(article, record, last))
    DepositRecord.objects.bulk_update(newest.values(), ["content", "writer_version"])


def after_migrate(
    *, using: str, plan: list[object] | None = None, verbosity: int = 1, **_: Any
) -> None:
    """Compares at once after an upgrade, before anything can change (the signal `post_migrate`).

    Not after a part of the migrations, when the tables are not yet those of this code.
    """
    if not plan or has_pending_migrations(using):
        return
    count = mark_outdated()
    if count and verbosity:
        print(f"  Deposits compared with the present format: {count}")


def has_pending_migrations(using: str) -> bool:
    executor = MigrationExecutor(connections[using])
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))

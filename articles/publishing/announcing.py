"""Articles announced to harvesters as changed, after a change of the formats they harvest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from articles.exports import Format
from articles.models import Article, Listing
from articles.queries.released_records import released_records

BATCH = 500  # committed at once, well within the minute by which OAI-PMH lags


def articles_in_format(articles: QuerySet[Article], format: Format | None) -> list[int]:
    """The keys of the readable articles that the format can carry; None for any format."""
    readable = articles.filter(status__in=Article.READABLE).order_by("pk")
    if format is None:
        return list(readable.values_list("pk", flat=True))
    return [
        record.id or 0
        for record in released_records(readable)
        if not any(finding.is_blocking() for finding in format.check(record))
    ]


def announce_articles(keys: Sequence[int]) -> Iterator[int]:
    """Moves changed_at of the articles to now, batch by batch; yields how many are done.

    No deposit becomes due, and no page changes.
    """
    for start in range(0, len(keys), BATCH):
        announce_batch(keys[start : start + BATCH])
        yield min(start + BATCH, len(keys))


@transaction.atomic
def announce_batch(keys: Sequence[int]) -> None:
    now = timezone.now()
    Article.objects.filter(pk__in=keys).update(changed_at=now)
    Listing.objects.filter(pk__in=keys).update(changed_at=now)

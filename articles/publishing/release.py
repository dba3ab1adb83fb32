"""Release: makes the latest revision the one that readers, harvesters and exports see."""

from __future__ import annotations

from datetime import datetime

import msgspec
from django.db import transaction
from django.utils import timezone

from articles.dois import refresh_state
from articles.editing.working_copy import latest_revision
from articles.models import Article, Listing, ListingKey, PublicState, Revision, SearchRow
from articles.queries.current_keys import with_current_keys
from articles.queries.record_facts import attach
from articles.records.diff import Change, changes
from articles.records.record import Record
from articles.records.summary import summary
from articles.search.engine import engine

from .keys import listing_keys


@transaction.atomic
def release(article: Article) -> Revision:
    """Releases the latest revision: listing, listing keys, search row, changed_at."""
    article = Article.objects.select_for_update(of=("self",)).get(pk=article.pk)
    revision = Revision.objects.get(article=article, version=article.version)
    record = revision.record
    article.released = revision
    article.changed_at = now = timezone.now()
    article.save(update_fields=["released", "changed_at"])
    write_listing(article, record, now)
    engine.write(article, record, SearchRow.Scope.PUBLIC)
    refresh_state(article, attach(record, article))
    return revision


def changes_since_release(article: Article) -> list[Change]:
    """Changes that readers do not see yet; none for an article that was never released."""
    if article.released_id is None or article.released is None:
        return []
    if article.released.version == article.version:
        return []
    return changes(article.released.record, latest_revision(article).record)


def write_listing(article: Article, record: Record, released_at: datetime) -> None:
    if record.published_on is None:
        raise ValueError("A released article needs a date of publication.")
    day = record.published_on
    (record,) = with_current_keys([record])
    rows = Listing.objects.filter(article=article)
    journals = {article.journal_id, *rows.values_list("journal_id", flat=True)}
    listing, _created = Listing.objects.update_or_create(
        article=article,
        defaults={
            "journal_id": article.journal_id,
            "issue_id": record.issue_id,
            "section_id": record.section_id,
            "position": record.position,
            "language": record.language,
            "status": record.status,
            "published_on": day,
            "changed_at": released_at,
            "released_at": released_at,
            "stored": msgspec.json.encode(summary(record, article.pk)).decode(),
        },
    )
    listing.keys.all().delete()
    if record.status != "withdrawn" and day <= timezone.localdate():
        ListingKey.objects.bulk_create(listing_keys(record, listing))
    for journal_id in journals:  # also the journal that the article was in before
        PublicState.objects.record_change(journal_id)

"""A public article as its page shows it, and the articles related to it: notices, translations."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

import msgspec
from django.db.models import F

from articles.models.journal import Journal
from articles.models.listing import Listing
from articles.records import json
from articles.records.languages import Text
from articles.records.record import Record
from articles.records.summary import Summary

from .journals import menu_pages
from .record_facts import attach, with_release


class ReleasedArticle(msgspec.Struct, frozen=True):
    """What readers see of an article, and the journal around it."""

    record: Record
    journal: Journal
    changed_at: datetime
    reason: str  # why this revision was made: a withdrawn article says it
    issue_is_public: bool


class RelatedArticle(msgspec.Struct, frozen=True):
    """A public article related to another one: a retraction, a correction, a translation."""

    id: int
    title: Text
    abstract: Text
    language: str
    published_on: date | None


def released_article(pk: int) -> ReleasedArticle | None:
    """The article as released; None if it does not exist or was never public. Three queries."""
    listings = Listing.objects.public().filter(article=pk)
    joined = listings.select_related(
        "journal__look", "journal__contacts", "issue", "section"
    ).annotate(record_json=F("article__released__stored"), reason=F("article__released__reason"))
    around = ("journal__title_periods", menu_pages("journal__pages"))
    listing = joined.prefetch_related(*around).first()
    if listing is None:
        return None
    record = with_listed_people(json.load(listing.record_json), listing.summary)
    return ReleasedArticle(
        record=with_release(attach(record, listing), listing.released_at),
        journal=listing.journal,
        changed_at=listing.changed_at,
        reason=listing.reason,
        issue_is_public=bool(listing.issue and listing.issue.is_public),
    )


def with_listed_people(record: Record, summary: Summary) -> Record:
    """The record with the keys of its people in the listing, which follow every merge."""
    if len(record.authors) != len(summary.authors):
        return record
    authors = tuple(
        author
        if author.author_id == person.author_id
        else msgspec.structs.replace(author, author_id=person.author_id)
        for author, person in zip(record.authors, summary.authors, strict=True)
    )
    return msgspec.structs.replace(record, authors=authors)


def related_articles(article_ids: Iterable[int]) -> dict[int, RelatedArticle]:
    """The public ones of the articles, by key; one query, or none for no articles."""
    keys = list(article_ids)
    listings = Listing.objects.public().filter(article__in=keys) if keys else Listing.objects.none()
    columns = listings.values_list("article_id", "article__released__stored")
    return {key: _related_article(key, stored) for key, stored in columns}


def _related_article(key: int, stored: str) -> RelatedArticle:
    record = json.load(stored)
    is_withdrawn = record.status == "withdrawn"
    return RelatedArticle(
        id=key,
        title=record.title,
        abstract={} if is_withdrawn else record.abstract,
        language=record.language,
        published_on=record.published_on,
    )

"""Headers and records of a page of articles: three or four queries, however many they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from django.db.models import QuerySet

from articles.exports.xml import Xml, block, tag, text
from articles.models import Article, Listing
from articles.queries.released_records import released_records
from articles.records.record import Record

from .formats import MetadataFormat
from .selection import Listed, identifier, listed_of, sets_of


def moment(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def page_after(listings: QuerySet[Listing], last: int, size: int) -> list[Listed]:
    """By key, so that the last page costs what the first does, and edits move nothing."""
    rows = listings.filter(article_id__gt=last).order_by("article_id")
    return listed_of(rows[: size + 1])


def header(listing: Listed, is_deleted: bool) -> Xml:
    status = {"status": "deleted"} if is_deleted else {}
    specs = [tag("setSpec", text(spec)) for spec in sets_of(listing)]
    content = [
        tag("identifier", text(identifier(listing.article_id))),
        tag("datestamp", text(moment(listing.changed_at))),
        *specs,
    ]
    return block("header", content, status)


def headers(listings: Sequence[Listed]) -> Iterator[Xml]:
    return (header(listing, is_withdrawn(listing)) for listing in listings)


def is_withdrawn(listing: Listed) -> bool:
    return listing.status == Article.Status.WITHDRAWN


def records(listings: Sequence[Listed], form: MetadataFormat) -> Iterator[Xml]:
    """A withdrawn article is a header that says so; a retracted one is whole, and marked.

    An article that the format cannot carry (an old one without authors in DataCite) is left out.
    """
    by_key = {record.id: record for record in standing(listings)}
    for listing in listings:
        record = by_key.get(listing.article_id)
        if record is None:
            yield block("record", [header(listing, is_deleted=True)])
        elif form.carries(record):
            metadata = tag("metadata", form.element(record))
            yield block("record", [header(listing, is_deleted=False), metadata])


def standing(listings: Sequence[Listed]) -> Iterator[Record]:
    """None of what was withdrawn meanwhile: the records are asked after the listings."""
    keys = [one.article_id for one in listings if not is_withdrawn(one)]
    return released_records(Article.objects.readable().filter(pk__in=keys).order_by("pk"))

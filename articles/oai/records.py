"""The headers and records of a page of articles: three or four queries for any number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from django.db.models import QuerySet

from articles.exports.xml import Xml, block, tag, text
from articles.models import Article, Listing
from articles.queries.released_records import released_records
from articles.records.record import Record

from .formats import FORMATS, MetadataFormat
from .selection import HeaderRow, header_rows, identifier, sets_of


def moment(at: datetime) -> str:
    """A moment as the protocol writes it: UTC, to the second."""
    return f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def page_after(listings: QuerySet[Listing], last: int, size: int) -> list[HeaderRow]:
    """The rows after the article `last`, one more than `size` if there are more.

    By key, so that the last page costs as much as the first, and an edit moves no article.
    """
    rows = listings.filter(article_id__gt=last).order_by("article_id")
    return header_rows(rows[: size + 1])


def header(listing: HeaderRow, is_deleted: bool) -> Xml:
    status = {"status": "deleted"} if is_deleted else {}
    specs = [tag("setSpec", text(spec)) for spec in sets_of(listing)]
    content = [
        tag("identifier", text(identifier(listing.article_id))),
        tag("datestamp", text(moment(listing.changed_at))),
        *specs,
    ]
    return block("header", content, status)


def headers(listings: Sequence[HeaderRow], form: MetadataFormat) -> Iterator[Xml]:
    """The headers of the articles that `records` gives; no record is read for oai_dc."""
    if form.check is None:
        return (header(listing, is_withdrawn(listing)) for listing in listings)
    return (header(listing, record is None) for listing, record in carried(listings, form))


def is_withdrawn(listing: HeaderRow) -> bool:
    return listing.status == Article.Status.WITHDRAWN


def records(listings: Sequence[HeaderRow], form: MetadataFormat) -> Iterator[Xml]:
    """A withdrawn article is only a header with the status deleted; a retracted one is a record."""
    for listing, record in carried(listings, form):
        if record is None:
            yield block("record", [header(listing, is_deleted=True)])
        else:
            metadata = tag("metadata", form.element(record))
            yield block("record", [header(listing, is_deleted=False), metadata])


def carried(
    listings: Sequence[HeaderRow], form: MetadataFormat
) -> Iterator[tuple[HeaderRow, Record | None]]:
    """Yield each listing with its record, None for a withdrawn article.

    An article that the format cannot carry, such as one without authors in DataCite, is left out.
    """
    by_key = {record.id: record for record in readable_records(listings)}
    for listing in listings:
        record = by_key.get(listing.article_id)
        if record is None or form.can_carry(record):
            yield listing, record


def formats_of(listing: HeaderRow) -> list[MetadataFormat]:
    """Return the formats in which the article can be given; all of them for a withdrawn one."""
    return [form for form in FORMATS.values() if any(carried([listing], form))]


def readable_records(listings: Sequence[HeaderRow]) -> Iterator[Record]:
    """The records of the articles that are not withdrawn, nor were since the listings were read."""
    keys = [listing.article_id for listing in listings if not is_withdrawn(listing)]
    return released_records(Article.objects.readable().filter(pk__in=keys).order_by("pk"))

"""What readers see after a merge: listings with the people of now, and no page from the cache."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
from django.db.models import F

from articles.models import Listing, ListingKey, PublicState
from articles.publishing.keys import author_keys
from articles.queries.current_keys import with_current_keys
from articles.records import json
from articles.records.summary import summary

from .kinds import PEOPLE, Kind

CHUNK = 100


def show_change(kind: Kind, keys: list[int]) -> None:
    """Makes the public pages follow a change of `merged_into` of these rows, in its transaction."""
    if kind is PEOPLE:
        refresh_listings(keys)
    articles = kind.printed.objects.filter(**{f"{kind.link}__in": keys}).values("article")
    journals = Listing.objects.filter(article__in=articles).values_list("journal", flat=True)
    for journal in (*journals.distinct().order_by(), None):
        PublicState.objects.record_change(journal)


def refresh_listings(people: Iterable[int]) -> None:
    """Writes the listings of their articles, and the keys of authors, from the released records."""
    keys = ListingKey.objects.filter(author__in=people).values("listing")
    rows = Listing.objects.filter(pk__in=keys).annotate(record_json=F("article__released__stored"))
    listings = list(rows)
    for start in range(0, len(listings), CHUNK):
        write_people(listings[start : start + CHUNK])


def write_people(listings: Sequence[Any]) -> None:
    """`listings` have the released record as `record_json`."""
    stored = [listing.record_json for listing in listings]
    records = with_current_keys([json.load(one) for one in stored])
    new_keys: list[ListingKey] = []
    for listing, record in zip(listings, records, strict=True):
        listing.stored = msgspec.json.encode(summary(record, listing.pk)).decode()
        for author in record.authors:
            new_keys += author_keys(author, listing)
    Listing.objects.bulk_update(listings, ["stored"])
    old_keys = ListingKey.objects.filter(listing__in=listings, kind=ListingKey.Kind.AUTHOR)
    old_keys.delete()
    ListingKey.objects.bulk_create(new_keys)

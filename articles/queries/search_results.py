"""The articles that a search has found, as its page shows them."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import F

from articles.models.listing import Listing


def listings_with_records(article_ids: Sequence[int]) -> list[tuple[Listing, str]]:
    """Each with its released record as JSON, in the order of the keys; withdrawn ones left out."""
    listings = Listing.objects.readable().listable().filter(pk__in=article_ids)
    joined = listings.select_related("issue", "journal").annotate(
        record_json=F("article__released__stored")
    )
    by_key = {listing.pk: (listing, listing.record_json) for listing in joined}
    return [by_key[key] for key in article_ids if key in by_key]

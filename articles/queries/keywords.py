"""The question of a keyword's page: its neighbours."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Count, Min

from articles.models.listing import ListingKey

NEIGHBOURS = 12


def keywords_beside(term: str, listings: Iterable[int], language: str) -> list[tuple[str, int]]:
    """Other keywords of these articles in one language, the most frequent first."""
    keys = ListingKey.objects.filter(
        kind=ListingKey.Kind.KEYWORD, listing__in=list(listings), language=language
    ).exclude(key=term.casefold())
    rows = keys.values("key").annotate(term=Min("label"), article_count=Count("listing"))
    found = rows.order_by("-article_count", "key").values_list("term", "article_count")
    return list(found[:NEIGHBOURS])

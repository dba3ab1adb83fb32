"""The questions of the keyword pages: the list in one language, and a keyword's neighbours."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Count, Min

from .listing import ListingKey

NEIGHBOURS = 12


def keywords_in(language: str, start: int, most: int) -> list[tuple[str, int]]:
    """Terms with how many articles have them, in the language's alphabetical order."""
    keys = ListingKey.objects.filter(kind=ListingKey.Kind.KEYWORD, language=language)
    rows = keys.values("key").annotate(
        term=Min("label"), order=Min("sort_key"), article_count=Count("listing")
    )
    found = rows.order_by("order", "key").values_list("term", "article_count")
    return list(found[start : start + most])


def keywords_beside(term: str, listings: Iterable[int], language: str) -> list[tuple[str, int]]:
    """Other keywords of these articles in one language, the most frequent first."""
    keys = ListingKey.objects.filter(
        kind=ListingKey.Kind.KEYWORD, listing__in=list(listings), language=language
    ).exclude(key=term.casefold())
    rows = keys.values("key").annotate(term=Min("label"), article_count=Count("listing"))
    found = rows.order_by("-article_count", "key").values_list("term", "article_count")
    return list(found[:NEIGHBOURS])

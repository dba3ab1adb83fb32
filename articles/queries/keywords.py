"""The public articles with a keyword, and the keywords that they have besides."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Count, Min

from articles.models.listing import Listing, ListingKey

ARTICLES = 500  # on one page
RELATED = 12


def articles_with_keyword(term: str) -> list[Listing]:
    """The newest first, each with its issue; the keyword in any language, in any case."""
    return list(Listing.objects.listable().with_keyword(term).for_index()[:ARTICLES])


def related_keywords(
    term: str, listings: Iterable[Listing], language: str
) -> list[tuple[str, int]]:
    """Other keywords of these articles in one language, the most frequent first, with counts."""
    keys = ListingKey.objects.filter(
        kind=ListingKey.Kind.KEYWORD,
        listing__in=[listing.pk for listing in listings],
        language=language,
    ).exclude(key=term.casefold())
    keywords = keys.values("key").annotate(term=Min("label"), article_count=Count("listing"))
    ordered = keywords.order_by("-article_count", "key").values_list("term", "article_count")
    return list(ordered[:RELATED])

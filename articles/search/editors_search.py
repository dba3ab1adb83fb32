"""The search of editors: also in drafts, among the articles that an editor may see."""

from __future__ import annotations

from django.db.models import QuerySet

from articles.models import Article, SearchRow
from articles.search.engine import engine
from articles.search.filters import Filters
from articles.search.hits import HITS, TookTooLong
from articles.search.typed_query import parse_query


def matching_articles(articles: QuerySet[Article], typed: str) -> QuerySet[Article]:
    """The articles that match what was typed; all of them if nothing was typed."""
    query = parse_query(typed, is_unfinished=True)
    if not query.required:
        return articles if not typed.strip() else articles.none()
    return articles.filter(pk__in=matching_keys(typed, False) or matching_keys(typed, True))


def best_matching_articles(articles: QuerySet[Article], typed: str, most: int) -> list[Article]:
    """At most `most` of the articles that match what was typed, title matches first."""
    keys = matching_keys(typed, False, "") or matching_keys(typed, True, "")
    places = {key: place for place, key in enumerate(keys)}
    own = articles.filter(pk__in=keys).values_list("pk", flat=True)
    best = sorted(own, key=places.__getitem__)[:most]
    by_key = articles.in_bulk(best)
    return [by_key[key] for key in best if key in by_key]


def matching_keys(typed: str, is_loose: bool, sort: str = "newest") -> list[int]:
    query = parse_query(typed, is_loose=is_loose, is_unfinished=True)
    if not query.required:
        return []
    try:
        hits = engine.find_hits(query, Filters(), SearchRow.Scope.EDITORS, sort)
    except TookTooLong:  # too many words begin so
        return []
    return [hit.article_id for hit in hits[:HITS]]

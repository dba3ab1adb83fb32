"""The same search for editors: over drafts too, among the articles that they may see."""

from __future__ import annotations

from django.db import OperationalError
from django.db.models import QuerySet

from articles.models import Article, SearchRow
from articles.search.asking import question
from articles.search.filters import Filters
from articles.search.hits import HITS, hits


def found_among(articles: QuerySet[Article], typed: str) -> QuerySet[Article]:
    """Those of the articles that the words find; all of them where nothing is asked."""
    asked = question(typed, is_unfinished=True)
    if not asked.found:
        return articles if not typed.strip() else articles.none()
    found = keys(typed, False) or keys(typed, True)
    return articles.filter(pk__in=found)


def best_among(articles: QuerySet[Article], typed: str, most: int) -> list[Article]:
    """The first of those that the words find, words of the title before all others."""
    found = keys(typed, False, "") or keys(typed, True, "")
    places = {key: place for place, key in enumerate(found)}
    own = articles.filter(pk__in=found).values_list("pk", flat=True)
    best = sorted(own, key=places.__getitem__)[:most]
    by_key = articles.in_bulk(best)
    return [by_key[key] for key in best if key in by_key]


def keys(typed: str, is_loose: bool, sort: str = "newest") -> list[int]:
    asked = question(typed, is_loose=is_loose, is_unfinished=True)
    try:
        found = hits(asked, Filters(), SearchRow.Scope.EDITORS, sort) if asked.found else []
    except OperationalError:
        return []  # given up: too many beginnings
    return [hit.article_id for hit in found[:HITS]]

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


def keys(typed: str, is_loose: bool) -> list[int]:
    asked = question(typed, is_loose=is_loose, is_unfinished=True)
    try:
        found = hits(asked, Filters(), SearchRow.Scope.EDITORS, "newest")
    except OperationalError:
        return []  # given up: too many beginnings
    return [hit.article_id for hit in found[:HITS]]

"""What readers ask of the search engine: words in, keys of public articles out, best first."""

from __future__ import annotations

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db.models import F

from articles.models import Article, SearchRow

HITS = 2_000  # ranked at most; a reader sees "2,000+"


def found_articles(words: str) -> list[int]:
    """Keys of public articles that have all the words, the best first; none for no words."""
    asked = SearchQuery(words, config="simple", search_type="plain")
    rows = SearchRow.objects.filter(scope=SearchRow.Scope.PUBLIC, vector=asked)
    public = rows.filter(article__status__in=(Article.Status.PUBLISHED, Article.Status.RETRACTED))
    ranked = public.annotate(rank=SearchRank(F("vector"), asked)).order_by("-rank", "-article_id")
    return list(ranked.values_list("article_id", flat=True)[:HITS]) if words else []

"""Finds the article that a relation links to: by title in any language and spelling, DOI or №."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from django.db.models import Q, QuerySet
from django.http import HttpRequest, JsonResponse

from articles.models import Article
from articles.models.roles import Action, articles_within
from articles.records.markup import flat
from articles.search.editors_search import best_matching_articles

from ..numbers import parse_number
from ..permissions import editor_of
from ..trilingual import trio
from .autocomplete import MAX_QUERY, MAX_SUGGESTIONS, check_may_search

if TYPE_CHECKING:
    from . import ArticleAdmin

DOI_BEGINS = re.compile(r"(?:https?://\S*?/|doi:?\s*)?(10\.\S*)", re.IGNORECASE)
NUMBER = re.compile(r"№?\s*([0-9]{1,18})")  # an article's key, as `target_text` writes it


def related_articles_view(admin: ArticleAdmin, request: HttpRequest) -> JsonResponse:
    """Suggestions for `q`: articles whose drafts the editor sees, except the article `of`."""
    check_may_search(admin, request)
    typed = " ".join(request.GET.get("q", "")[:MAX_QUERY].split())
    visible = Article.objects.filter(articles_within(editor_of(request), Action.VIEW))
    others = visible.exclude(pk=parse_number(request.GET.get("of")))
    articles = articles_for(others, typed) if len(typed) > 1 else []
    return JsonResponse({"suggestions": [suggestion(article) for article in articles]})


def articles_for(rows: QuerySet[Article], typed: str) -> list[Article]:
    """The article with this number first, then those whose titles match best; or those by DOI."""
    rows = rows.select_related("journal", "issue__journal")
    if number := NUMBER.fullmatch(typed):
        exact = list(rows.filter(pk=int(number[1])))
        by_title = best_matching_articles(rows, typed, MAX_SUGGESTIONS)
        return [*exact, *(article for article in by_title if article not in exact)]
    if doi := DOI_BEGINS.fullmatch(typed):
        return list(rows.filter(Q(doi__istartswith=doi[1])).order_by("-pk")[:MAX_SUGGESTIONS])
    return best_matching_articles(rows, typed, MAX_SUGGESTIONS)


def suggestion(article: Article) -> dict[str, Any]:
    issue = f"{article.issue.year}, {article.issue.label}" if article.issue else ""
    facts = (article.doi, str(article.journal), issue, str(article.get_status_display()))
    return {
        "label": full_title(article),
        "note": " · ".join(filter(None, facts)),
        "fill": {"target": target_text(article.pk, article.doi)},
    }


def full_title(article: Article) -> str:
    """The title in every language that it has."""
    titles = (flat(getattr(article, column) or "") for column in trio("title"))
    return " / ".join(dict.fromkeys(filter(None, titles))) or str(article)


def target_text(key: int | None, doi: str | None) -> str:
    """The linked article as the form writes it: its DOI, or № and its key."""
    return doi or f"№ {key}"

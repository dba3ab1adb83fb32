"""What a relation may lead to: an article by its title in any language and spelling, DOI or №."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from django.db.models import Q, QuerySet
from django.http import HttpRequest, JsonResponse

from articles.models import Article
from articles.models.roles import Action, reach
from articles.records.markup import flat
from articles.search.drafts import best_among

from ..numbers import parse_number
from ..trilingual import trio
from .autocomplete import LONGEST, MOST, check_may_ask
from .relation_targets import NUMBER, target_of

if TYPE_CHECKING:
    from . import ArticleAdmin

DOI_BEGINS = re.compile(r"(?:https?://\S*?/|doi:?\s*)?(10\.\S*)", re.IGNORECASE)


def related_page(admin: ArticleAdmin, request: HttpRequest) -> JsonResponse:
    """Drafts of the own journals too, none of another's; never the article itself (`of`)."""
    check_may_ask(admin, request)
    typed = " ".join(request.GET.get("q", "")[:LONGEST].split())
    rows = Article.objects.filter(reach(request.user, Action.VIEW))  # type: ignore[arg-type]  # signed in
    rows = rows.exclude(pk=parse_number(request.GET.get("of")))
    found = articles_for(rows, typed) if len(typed) > 1 else []
    return JsonResponse({"found": [suggestion(one) for one in found]})


def articles_for(rows: QuerySet[Article], typed: str) -> list[Article]:
    rows = rows.select_related("journal", "issue__journal")
    if number := NUMBER.fullmatch(typed):
        exact = list(rows.filter(pk=int(number[1])))
        return [*exact, *(one for one in best_among(rows, typed, MOST) if one not in exact)]
    if doi := DOI_BEGINS.fullmatch(typed):
        return list(rows.filter(Q(doi__istartswith=doi[1])).order_by("-pk")[:MOST])
    return best_among(rows, typed, MOST)


def suggestion(article: Article) -> dict[str, Any]:
    place = f"{article.issue.year}, {article.issue.label}" if article.issue else ""
    facts = (article.doi, str(article.journal), place, str(article.get_status_display()))
    return {
        "label": title_of(article),
        "note": " · ".join(filter(None, facts)),
        "fill": {"target": target_of(article.pk, article.doi)},
    }


def title_of(article: Article) -> str:
    titles = (flat(getattr(article, column) or "") for column in trio("title"))
    return " / ".join(dict.fromkeys(filter(None, titles))) or str(article)

"""Who may hand in, read and save manuscripts: those who may edit articles of the journal."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from articles.models import Article, Journal, Manuscript
from articles.models.roles import Action, journals_for, may

from ..numbers import parse_number


def manuscripts_for(request: HttpRequest) -> Any:
    rows = Manuscript.objects.for_list()
    keys = journals_for(request.user, Action.EDIT)  # type: ignore[arg-type]  # signed in
    return rows if keys is None else rows.filter(journal__in=keys)


def journals_of(request: HttpRequest) -> list[Journal]:
    keys = journals_for(request.user, Action.EDIT)  # type: ignore[arg-type]  # signed in
    rows = Journal.objects.order_by("pk")
    return list(rows if keys is None else rows.filter(pk__in=keys))


def manuscript_of(request: HttpRequest, pk: int) -> Manuscript:
    """Raises PermissionDenied, or Http404 for what is not there."""
    rows = Manuscript.objects.select_related("journal", "article__journal")
    manuscript = get_object_or_404(rows, pk=pk)
    check_may_edit(request, manuscript.article or manuscript.journal)
    return manuscript


def article_of(request: HttpRequest, typed: Any) -> Article | None:
    """The article that a corrected file is for."""
    key = str(typed.get("article") or "")
    if not key:
        return None
    rows = Article.objects.select_related("journal")
    article: Article = get_object_or_404(rows, pk=parse_number(key))
    check_may_edit(request, article)
    return article


def check_may_edit(request: HttpRequest, thing: object) -> None:
    if not may(request.user, Action.EDIT, thing):
        raise PermissionDenied

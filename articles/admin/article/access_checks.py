"""Which article is asked for, and who may see it or write it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from articles.models import Article, Journal
from articles.models.roles import Action, journals_for

from ..numbers import parse_number

if TYPE_CHECKING:
    from . import ArticleAdmin


def article_of(pk: int) -> Article:
    rows = Article.objects.select_related("journal", "issue__journal", "section")
    return get_object_or_404(rows, pk=pk)


def check_may_see(admin: ArticleAdmin, request: HttpRequest, article: Article | None) -> None:
    is_allowed = (
        admin.has_view_or_change_permission(request, article)
        if article
        else admin.has_add_permission(request)
    )
    if not is_allowed:
        raise PermissionDenied


def check_may_write(admin: ArticleAdmin, request: HttpRequest, article: Article | None) -> None:
    if article and not admin.has_change_permission(request, article):
        raise PermissionDenied


def journal_of(request: HttpRequest) -> Journal | None:
    """The journal that a new article is for: the one asked for, or the only one of this editor."""
    typed = getattr(request, "typed_before", request.POST)
    asked = typed.get("journal") or request.GET.get("journal") or ""
    keys = journals_for(request.user, Action.EDIT)  # type: ignore[arg-type]  # signed in
    own = Journal.objects.all() if keys is None else Journal.objects.filter(pk__in=keys)
    if asked:
        return get_object_or_404(own, pk=parse_number(asked))
    journals = list(own[:2])
    return journals[0] if len(journals) == 1 else None

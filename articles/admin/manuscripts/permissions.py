"""Who may work with manuscripts: those who may edit articles of the journal."""

from __future__ import annotations

from collections.abc import Mapping

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from articles.models import Article, Journal, Manuscript
from articles.models.manuscripts import ManuscriptQuerySet
from articles.models.roles import Action, articles_within, can_do, journals_for

from ..numbers import parse_number
from ..permissions import editor_of


def editable_manuscripts(request: HttpRequest) -> ManuscriptQuerySet:
    """Those of the journals in which the editor may edit; of drafts, those that they may edit.

    A file that is no draft yet belongs to no section, so section editors see it too.
    """
    editor = editor_of(request)
    own = Q(article__isnull=True) | articles_within(editor, Action.EDIT, "article__")
    rows = Manuscript.objects.for_list().filter(own)
    keys = journals_for(editor, Action.EDIT)
    return rows if keys is None else rows.filter(journal__in=keys)


def editable_journals(request: HttpRequest) -> list[Journal]:
    keys = journals_for(editor_of(request), Action.EDIT)
    rows = Journal.objects.order_by("pk")
    return list(rows if keys is None else rows.filter(pk__in=keys))


def get_manuscript(request: HttpRequest, pk: int) -> Manuscript:
    """Raises Http404 if there is none, PermissionDenied if the editor may not edit it."""
    rows = Manuscript.objects.select_related("journal", "article__journal")
    manuscript = get_object_or_404(rows, pk=pk)
    check_may_edit(request, manuscript.article or manuscript.journal)
    return manuscript


def get_corrected_article(request: HttpRequest, parameters: Mapping[str, str]) -> Article | None:
    """The article that an uploaded file corrects, if the parameter `article` names one.

    Raises Http404 if there is none, PermissionDenied if the editor may not edit it.
    """
    key = parameters.get("article", "")
    if not key:
        return None
    rows = Article.objects.select_related("journal")
    article: Article = get_object_or_404(rows, pk=parse_number(key))
    check_may_edit(request, article)
    return article


def check_may_edit(request: HttpRequest, target: Article | Journal) -> None:
    """Raises PermissionDenied."""
    if not can_do(request.user, Action.EDIT, target):
        raise PermissionDenied

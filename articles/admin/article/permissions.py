"""Editor permissions: which article an editor may open, and what of it they may change."""

from __future__ import annotations

import msgspec
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from articles.models import Article, Journal
from articles.models.roles import Action, articles_within, can_do, journals_for, languages_of

from ..draft_recovery import form_data
from ..numbers import parse_number
from ..pages import get_article
from ..permissions import editor_of


class EditorPermissions(msgspec.Struct, frozen=True):
    """What one editor may change and see in the form of one article; by default everything."""

    languages: set[str] | None = None  # a translator's languages; None: every field
    upload_owner: str = ""  # ties uploaded files to this editor and this article
    visible: Q = Q()  # the articles whose drafts this editor may see
    linkable: Q = Q()  # those and all public ones: what a relation may lead to


def permissions_for(
    request: HttpRequest, journal: Journal, article: Article | None
) -> EditorPermissions:
    user = editor_of(request)
    is_editor = article is None or can_do(user, Action.EDIT, article)
    visible = articles_within(user, Action.VIEW)
    about = f"article {article.pk}" if article else f"new in {journal.pk}"
    return EditorPermissions(
        languages=None if is_editor else languages_of(user, journal.pk),
        upload_owner=f"editor {user.pk}, {about}",
        visible=visible,
        linkable=widen(visible, Q(status__in=Article.PUBLIC)),
    )


def widen(condition: Q, more: Q) -> Q:
    """Either condition. An empty Q stands for every row and stays so; `Q() | more` would not."""
    return condition | more if condition else condition


def get_article_or_new(request: HttpRequest, pk: int | None) -> Article | None:
    """The article, or None for a new one.

    Raises Http404, and PermissionDenied if the editor may not view it or may not add articles.
    """
    if pk is not None:
        return get_article(request, pk, Action.VIEW)
    if not can_do(request.user, Action.EDIT):
        raise PermissionDenied
    return None


def journal_for_new_article(request: HttpRequest) -> Journal | None:
    """The journal named in the form or the address, or the editor's only one; None if unclear."""
    name = form_data(request).get("journal") or request.GET.get("journal") or ""
    keys = journals_for(editor_of(request), Action.EDIT)
    journals = Journal.objects.all() if keys is None else Journal.objects.filter(pk__in=keys)
    if name:
        return get_object_or_404(journals, pk=parse_number(name))
    first_two = list(journals[:2])
    return first_two[0] if len(first_two) == 1 else None

"""What every admin page of our own starts with: the row and the permission, and its rendering."""

from __future__ import annotations

from typing import Any

from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse

from articles.models import Article, Issue
from articles.models.roles import Action, can_do
from journal.monitoring.request_context import note_journal

from .draft_recovery import recovery_context


def get_article(request: HttpRequest, pk: int, action: Action) -> Article:
    """Raises Http404 if there is none, PermissionDenied if the editor may not do `action` to it."""
    rows = Article.objects.select_related("journal", "issue__journal", "section")
    article: Article = get_object_or_404(rows, pk=pk)
    if not can_do(request.user, action, article):
        raise PermissionDenied
    note_journal(article.journal.slug)
    return article


def get_issue(request: HttpRequest, pk: int, action: Action) -> Issue:
    """Raises as get_article does."""
    issue: Issue = get_object_or_404(Issue.objects.select_related("journal"), pk=pk)
    if not can_do(request.user, action, issue):
        raise PermissionDenied
    note_journal(issue.journal.slug)
    return issue


def render_page(
    admin: ModelAdmin[Any],
    request: HttpRequest,
    template: str,
    title: str,
    *,
    status: int = 200,
    **context: Any,
) -> HttpResponse:
    """The template with what the admin's own base template needs, and `context` over it."""
    base = {
        **admin.admin_site.each_context(request),
        **recovery_context(request),
        "title": title,
        "opts": admin.opts,
        "media": admin.media,
    }
    return TemplateResponse(request, template, {**base, **context}, status=status)

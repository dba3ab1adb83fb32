"""What every page of the office is given, and who is let in."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse

from articles.models import Article, Issue
from articles.models.roles import Action, may


def article_for(request: HttpRequest, pk: int, action: Action) -> Article:
    """404 for what does not exist, 403 for what this person may not do with it."""
    rows = Article.objects.select_related("journal", "issue__journal", "section")
    article: Article = get_object_or_404(rows, pk=pk)
    if not may(request.user, action, article):
        raise PermissionDenied
    return article


def issue_for(request: HttpRequest, pk: int, action: Action) -> Issue:
    issue: Issue = get_object_or_404(Issue.objects.select_related("journal"), pk=pk)
    if not may(request.user, action, issue):
        raise PermissionDenied
    return issue


def show(
    admin: Any, request: HttpRequest, template: str, title: str, *, status: int = 200, **more: Any
) -> HttpResponse:
    context = {
        **admin.admin_site.each_context(request),
        "title": title,
        "opts": admin.opts,
        "media": admin.media,
        **more,
    }
    return TemplateResponse(request, template, context, status=status)

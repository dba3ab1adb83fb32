"""The article as readers will see it, from what editors have saved: for them alone."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles.editing import working_record
from articles.models import Article
from articles.models.roles import Action, may
from articles.queries.journals import masthead_of
from articles.queries.released import Released, notices

from .detail import render


@require_safe
def article_preview(request: HttpRequest, pk: int) -> HttpResponse:
    rows = Article.objects.select_related("journal", "issue__journal", "section")
    article: Article = get_object_or_404(rows, pk=pk)
    if not may(request.user, Action.VIEW, article):
        raise PermissionDenied
    record = working_record(article)
    shown = Released(
        record=record,
        masthead=masthead_of(article.journal_id),
        changed_at=article.saved_at or timezone.now(),
        reason="",
        issue_is_public=bool(article.issue and article.issue.published_on),
        stamp=(),
    )
    keys = [one.article_id for one in record.relations if one.article_id]
    response = render(request, shown, notices(keys) if keys else {}, "")
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Cache-Control"] = "private, no-store"
    return response

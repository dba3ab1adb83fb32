"""The article as readers will see it, from what editors have saved: for them alone."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles.editing import working_record
from articles.models import Article
from articles.models.roles import Action, can_do
from articles.queries.journals import menu_pages
from articles.queries.released import ReleasedArticle

from .detail import render_article


@require_safe
def article_preview(request: HttpRequest, pk: int) -> HttpResponse:
    rows = Article.objects.select_related("journal__look", "journal__contacts", "issue", "section")
    article: Article = get_object_or_404(rows.prefetch_related(menu_pages("journal__pages")), pk=pk)
    if not can_do(request.user, Action.VIEW, article):
        raise PermissionDenied
    response = render_article(request, preview_of(article))
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Cache-Control"] = "private, no-store"
    return response


def preview_of(article: Article) -> ReleasedArticle:
    """The working record as if it were released now."""
    return ReleasedArticle(
        record=working_record(article),
        journal=article.journal,
        changed_at=article.saved_at or timezone.now(),
        reason="",
        issue_is_public=bool(article.issue and article.issue.is_public),
    )

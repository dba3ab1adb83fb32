"""The draft of an article that is not public yet, for the editors who may see it."""

from __future__ import annotations

from django.http import Http404, HttpRequest

from articles.editing import working_record
from articles.models import Article
from articles.models.roles import Action, can_do
from articles.records.record import Record

PRIVATE = "private, no-store"  # the Cache-Control of every response that shows a draft


def draft_for(request: HttpRequest, pk: int) -> Record:
    """404 for everybody else, as for what does not exist; for a visitor without any query."""
    rows = Article.objects.select_related("journal", "issue", "section")
    article = rows.filter(pk=pk).first() if request.user.is_authenticated else None
    if article is None or not can_do(request.user, Action.VIEW, article):
        raise Http404
    return working_record(article)

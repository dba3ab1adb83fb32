"""Who else has an article open now: asked once a minute by the article form, without a lock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import render

from articles.models import Presence
from articles.models.roles import Action

from ..pages import get_article
from ..permissions import editor_of

if TYPE_CHECKING:
    from . import ArticleAdmin


def presence_view(admin: ArticleAdmin, request: HttpRequest, pk: int) -> HttpResponse:
    """A sentence with the names, or nothing. The session is not prolonged, nothing is logged."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    article, editor = get_article(request, pk, Action.VIEW), editor_of(request)
    Presence.objects.mark(article, editor)
    others = Presence.objects.others(article, editor)
    return render(request, "admin/articles/article/presence.html", {"others": others})

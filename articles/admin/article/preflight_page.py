"""The page of preflight, of an article as saved or as typed in the form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.editing import working_record
from articles.editing.checks import check_article
from articles.models import Article
from articles.models.roles import Action, can_do
from articles.queries.record_facts import attach
from articles.records.record import Record

from ..pages import render_page
from .findings_panel import findings_panel
from .form.article_form import open_form
from .form.to_record import record_from_form
from .permissions import get_article_or_new, journal_for_new_article

if TYPE_CHECKING:
    from . import ArticleAdmin


def preflight_view(
    admin: ArticleAdmin, request: HttpRequest, pk: int | None = None
) -> HttpResponse:
    """GET: the saved article. POST with the article form: what is typed; nothing is saved."""
    article = get_article_or_new(request, pk)
    if request.method == "POST":
        return typed_article_page(admin, request, article)
    if article is None:
        raise PermissionDenied
    form_url = reverse("admin:articles_article_change", args=[article.pk])
    return preflight_page(admin, request, article, working_record(article), form_url=form_url)


def typed_article_page(
    admin: ArticleAdmin, request: HttpRequest, article: Article | None
) -> HttpResponse:
    journal = article.journal if article else journal_for_new_article(request)
    if journal is None:
        raise PermissionDenied
    form = open_form(request, journal, article, request.POST)
    if not form.is_valid():
        errors = list(form.errors())
        return preflight_page(admin, request, article, None, is_typed=True, errors=errors)
    record = attach(record_from_form(form), article or Article(journal=journal))
    return preflight_page(admin, request, article, record, is_typed=True)


def preflight_page(
    admin: ArticleAdmin,
    request: HttpRequest,
    article: Article | None,
    record: Record | None,
    *,
    form_url: str = "",
    **context: Any,
) -> HttpResponse:
    """Status 422 without a record: what is typed cannot be read."""
    return render_page(
        admin,
        request,
        "admin/articles/article/preflight.html",
        _("Pre-publication check"),
        status=200 if record else 422,
        article=article,
        may_publish=article is not None and can_do(request.user, Action.PUBLISH, article),
        panel=findings_panel(record, check_article(record), form_url) if record else None,
        **context,
    )

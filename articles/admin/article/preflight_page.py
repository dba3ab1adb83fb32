"""The page of preflight: of an article as it was saved, or as it stands typed in the form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.editing import working_record
from articles.editing.inspecting import inspect
from articles.models import Article
from articles.queries.record_facts import attach
from articles.records.record import Record

from .access_checks import article_of, journal_of
from .findings_panel import panel
from .form.opening import opened
from .form.to_record import record_from

if TYPE_CHECKING:
    from . import ArticleAdmin


def preflight_view(
    admin: ArticleAdmin, request: HttpRequest, pk: int | None = None
) -> HttpResponse:
    """GET: what is saved. POST with the article form: what is typed; nothing is saved."""
    article = article_of(pk) if pk else None
    is_allowed = admin.has_view_permission(request, article) if pk else True
    if not is_allowed or not (pk or admin.has_add_permission(request)):
        raise PermissionDenied
    if request.method == "POST":
        return _of_typed(admin, request, article)
    if article is None:
        raise PermissionDenied
    form_url = reverse("admin:articles_article_change", args=[article.pk])
    return _page(admin, request, article, working_record(article), form_url=form_url)


def _of_typed(admin: ArticleAdmin, request: HttpRequest, article: Article | None) -> HttpResponse:
    journal = article.journal if article else journal_of(request)
    if journal is None:
        raise PermissionDenied
    sheet = opened(request, journal, article, request.POST)
    if not sheet.is_valid():
        return _page(admin, request, article, None, is_typed=True, errors=list(sheet.errors()))
    record = attach(record_from(sheet), article or Article(journal=journal))
    return _page(admin, request, article, record, is_typed=True)


def _page(
    admin: ArticleAdmin,
    request: HttpRequest,
    article: Article | None,
    record: Record | None,
    **more: Any,
) -> HttpResponse:
    form_url = more.pop("form_url", "")
    context: dict[str, Any] = {
        **admin.admin_site.each_context(request),
        "title": _("Ready for print?"),
        "opts": admin.opts,
        "media": admin.media,
        "article": article,
        "panel": panel(record, inspect(record), form_url) if record else None,
        **more,
    }
    template = "admin/articles/article/preflight.html"
    return TemplateResponse(request, template, context, status=200 if record else 422)

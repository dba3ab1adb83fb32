"""The page of preflight: of an article as it was saved, or as it stands typed in the form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.forms.formsets import all_valid
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.editing import working_record
from articles.editing.inspecting import inspect
from articles.models import Article, Galley
from articles.models.loading import attach
from articles.records.record import Record

from .panel import panel
from .record import record_from

if TYPE_CHECKING:
    from . import ArticleAdmin


def preflight_view(
    admin: ArticleAdmin, request: HttpRequest, pk: int | None = None
) -> HttpResponse:
    """GET: what is saved. POST with the article form: what is typed; nothing is saved."""
    article = _article(pk) if pk else None
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
    form_class = admin.get_form(request, article, change=article is not None)
    form = form_class(request.POST, request.FILES, instance=article)
    is_valid = form.is_valid()
    formsets, _inlines = admin._create_formsets(request, form.instance, change=article is not None)  # type: ignore[attr-defined]  # how the admin itself reads its rows
    if not (all_valid(formsets) and is_valid):
        errors = [*form.errors.values(), *(error for one in formsets for error in one.errors)]
        return _page(admin, request, article, None, is_typed=True, errors=[e for e in errors if e])
    rows = [formset for formset in formsets if formset.model is not Galley]  # nothing is stored
    base = working_record(_article(article.pk)) if article else None
    record = attach(record_from(form, rows, base), form.instance)
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


def _article(pk: int) -> Article:
    rows = Article.objects.select_related("journal", "issue__journal", "section")
    return get_object_or_404(rows, pk=pk)

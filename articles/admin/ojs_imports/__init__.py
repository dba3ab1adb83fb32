"""Importing uploaded files, exports of OJS and others: upload, plan, decisions, import."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from django.contrib import admin
from django.db.models import Model
from django.forms.widgets import Script
from django.http import HttpRequest, HttpResponseBase
from django.urls import URLPattern, path
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from articles.models.roles import Action, can_do

from .article_files import articles_page, csv_page, xlsx_page
from .import_page import addresses_page, import_page, progress_page
from .list_page import list_page
from .steps import step_page
from .uploads import files_page, piece_page, remove_page, upload_page

View = Callable[..., HttpResponseBase]
require_page = require_http_methods(["GET", "HEAD", "POST"])


class OjsImportAdmin(admin.ModelAdmin):
    class Media:
        css = {"all": ["articles/admin.css", "articles/admin_pages.css"]}
        js = [Script("articles/ojs_import.js", defer=True)]

    def get_urls(self) -> list[URLPattern]:
        def url(route: str, methods: Callable[[View], View], view: View, name: str) -> URLPattern:
            return path(route, self.page(methods, view), name=f"articles_ojsimport_{name}")

        return [
            url("", require_page, list_page, "changelist"),
            url("articles/", require_page, articles_page, "articles"),
            url("template.csv", require_safe, csv_page, "template_csv"),
            url("template.xlsx", require_safe, xlsx_page, "template_xlsx"),
            url("<int:pk>/change/", require_safe, import_page, "change"),
            url("<int:pk>/progress/", require_safe, progress_page, "progress"),
            url("<int:pk>/files/", require_safe, files_page, "files"),
            url("<int:pk>/piece/", require_POST, piece_page, "piece"),
            url("<int:pk>/upload/", require_POST, upload_page, "whole"),
            url("<int:pk>/remove/", require_POST, remove_page, "remove"),
            url("<int:pk>/step/", require_POST, step_page, "step"),
            url("<int:pk>/addresses/", require_safe, addresses_page, "addresses"),
        ]

    def page(self, methods: Callable[[View], View], view: View) -> View:
        """The view for signed-in editors alone; its first argument is this admin."""
        wrapped: View = self.admin_site.admin_view(methods(partial(view, self)))
        return wrapped

    def has_module_permission(self, request: HttpRequest) -> bool:
        return can_do(request.user, Action.MANAGE)

    def has_view_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return can_do(request.user, Action.MANAGE, obj)

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return can_do(request.user, Action.MANAGE, obj)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False  # begun on the list page

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

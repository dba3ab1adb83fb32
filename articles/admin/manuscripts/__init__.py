"""Manuscripts in the admin: uploading files, reviewing what was read, saving it as articles."""

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

from .file_pages import compare_page, discard_page, download_page, picture_page
from .list_page import list_page
from .manuscript_page import manuscript_page
from .reading_progress import next_page

View = Callable[..., HttpResponseBase]
require_page = require_http_methods(["GET", "HEAD", "POST"])


class ManuscriptAdmin(admin.ModelAdmin):
    class Media:
        css = {"all": ["articles/admin.css", "articles/manuscripts.css"]}
        js = [Script("articles/manuscripts.js", defer=True)]

    def get_urls(self) -> list[URLPattern]:
        name = "articles_manuscript_{}".format
        return [
            path("", self.page(require_page, list_page), name=name("changelist")),
            path("next/", self.page(require_POST, next_page), name=name("next")),
            path("<int:pk>/change/", self.page(require_page, manuscript_page), name=name("change")),
            path("<int:pk>/file/", self.page(require_safe, download_page), name=name("file")),
            path(
                "<int:pk>/pictures/<str:picture>",
                self.page(require_safe, picture_page),
                name=name("picture"),
            ),
            path("<int:pk>/compare/", self.page(require_POST, compare_page), name=name("compare")),
            path("<int:pk>/discard/", self.page(require_POST, discard_page), name=name("discard")),
        ]

    def page(self, methods: Callable[[View], View], view: View) -> View:
        """The view for signed-in editors alone; its first argument is this admin."""
        wrapped: View = self.admin_site.admin_view(methods(partial(view, self)))
        return wrapped

    def has_module_permission(self, request: HttpRequest) -> bool:
        return can_do(request.user, Action.EDIT)

    def has_view_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return can_do(request.user, Action.EDIT, obj)

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return can_do(request.user, Action.EDIT, obj)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False  # files are uploaded on the list page

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

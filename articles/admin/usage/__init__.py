"""How often articles are viewed and downloaded: the editors' page, reports, and earlier counts."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import HttpRequest, HttpResponseBase
from django.urls import URLPattern, path
from django.views.decorators.http import require_http_methods, require_safe

from articles.models.roles import Action, can_do

from ..read_only import ReadOnlyMixin
from .earlier_page import earlier_page
from .usage_page import report_file, table_file, usage_page

View = Callable[..., HttpResponseBase]
require_page = require_http_methods(["GET", "HEAD", "POST"])


class UsageAdmin(ReadOnlyMixin, admin.ModelAdmin):
    class Media:
        css = {"all": ["articles/admin.css", "articles/admin_pages.css"]}

    def get_urls(self) -> list[URLPattern]:
        def url(route: str, methods: Callable[[View], View], view: View, name: str) -> URLPattern:
            return path(route, self.page(methods, view), name=f"articles_usage_{name}")

        return [
            url("", require_safe, usage_page, "changelist"),
            url("table.csv", require_safe, table_file, "table"),
            url("<slug:journal>/<str:id>.csv", require_safe, report_file, "report"),
            url("earlier/", require_page, earlier_page, "earlier"),
        ]

    def page(self, methods: Callable[[View], View], view: View) -> View:
        """The view for editors of a journal alone; its first argument is this admin."""

        def permitted(request: HttpRequest, **arguments: object) -> HttpResponseBase:
            if not self.has_module_permission(request):
                raise PermissionDenied
            return view(self, request, **arguments)

        wrapped: View = self.admin_site.admin_view(methods(permitted))
        return wrapped

    def has_module_permission(self, request: HttpRequest) -> bool:
        return can_do(request.user, Action.VIEW)

    def has_view_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return can_do(request.user, Action.VIEW, obj)

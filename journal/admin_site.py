"""The admin site: headed by the journal's name, its index page a start page."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from django.contrib.admin import AdminSite
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _

from articles.models import Journal


class JournalAdminSite(AdminSite):
    index_title = _("Editorial office")
    site_title = _("Editorial office")

    # The context of the index page; set by articles.admin.
    dashboard_context: Callable[[HttpRequest], dict[str, Any]]
    # Django's list of apps, in groups; set by articles.admin.
    group_models: Callable[[list[dict[str, Any]]], Iterable[dict[str, Any]]]

    def index(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> TemplateResponse:
        return super().index(request, {**self.dashboard_context(request), **(extra_context or {})})

    def get_app_list(
        self, request: HttpRequest, app_label: str | None = None
    ) -> list[dict[str, Any]]:
        """In groups; the page of one app (`app_label`) keeps Django's own list."""
        apps = super().get_app_list(request, app_label)
        return apps if app_label else list(self.group_models(apps))

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        """Head every page with the name of the only journal, or "Editorial office". One query."""
        context = super().each_context(request)
        journals = list(Journal.objects.in_order()[:2])
        context["site_header"] = journals[0] if len(journals) == 1 else _("Editorial office")
        return context

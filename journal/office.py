"""The admin as the editorial office: headed by the journal's own name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib.admin import AdminSite
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _

from articles.models import Journal


class Office(AdminSite):
    index_title = _("Editorial office")
    site_title = _("Editorial office")

    board: Callable[[HttpRequest], dict[str, Any]]  # what the first page shows: articles.admin's

    def index(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> TemplateResponse:
        return super().index(request, {**self.board(request), **(extra_context or {})})

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        """One query: the name of the only journal, or the office's own."""
        context = super().each_context(request)
        journals = list(Journal.objects.in_order()[:2])
        context["site_header"] = journals[0] if len(journals) == 1 else _("Editorial office")
        return context

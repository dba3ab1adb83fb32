"""The name and the text of the first page of a site with several journals."""

from __future__ import annotations

from typing import Any

from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from articles.models import Portal
from articles.models.portal import ROW

from .permissions import editor_of
from .trilingual import TrilingualAdmin, trio


class PortalAdmin(TrilingualAdmin):
    """Of the administrator of the site alone: it belongs to no journal. There is one row."""

    fieldsets = (
        (
            None,
            {
                "fields": (trio("name"), trio("text")),
                "description": _("Readers see both as soon as the site has a second journal."),
            },
        ),
    )

    def has_module_permission(self, request: HttpRequest) -> bool:
        return editor_of(request).is_superuser

    def has_view_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return editor_of(request).is_superuser

    def has_add_permission(self, request: HttpRequest) -> bool:
        return editor_of(request).is_superuser

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return editor_of(request).is_superuser

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return editor_of(request).is_superuser

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        return self.form_of_row(request) or super().add_view(request, form_url, extra_context)

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        return self.form_of_row(request) or super().changelist_view(request, extra_context)

    def form_of_row(self, request: HttpRequest) -> HttpResponse | None:
        """Leads to the row, if there is one, instead of a list of it or a second one."""
        if not self.has_view_permission(request) or not Portal.objects.exists():
            return None
        return redirect("admin:articles_portal_change", ROW)

"""The name and the text of the first page of a site with several journals."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from articles.models import Portal

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

    def has_add_permission(self, request: HttpRequest) -> bool:
        return super().has_add_permission(request) and not Portal.objects.exists()

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """The form itself, instead of a list of one row."""
        row = Portal.objects.first()
        if row is None or not self.has_view_permission(request):
            return super().changelist_view(request, extra_context)
        return redirect("admin:articles_portal_change", row.pk)

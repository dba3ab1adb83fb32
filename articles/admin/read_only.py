"""What editors read but never edit: revisions, and what was sent to registries."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from articles.models import Revision
from articles.models.roles import Action, may, reach

from .permissions import JournalPermissionsMixin


class ReadOnly:
    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class RevisionAdmin(ReadOnly, admin.ModelAdmin):
    """Who may see the article sees its history."""

    list_display = ("article", "version", "editor", "at", "reason")
    list_select_related = ("article", "editor")
    ordering = ("-at",)
    fields = ("article", "version", "editor", "at", "reason", "stored")

    def get_queryset(self, request: HttpRequest) -> Any:
        rows = Revision.objects.select_related("article", "editor")
        return rows.filter(reach(request.user, Action.VIEW, "article__"))  # type: ignore[arg-type]  # signed in

    def has_module_permission(self, request: HttpRequest) -> bool:
        return may(request.user, Action.VIEW)

    def has_view_permission(self, request: HttpRequest, obj: Revision | None = None) -> bool:
        return may(request.user, Action.VIEW, obj.article if obj else None)


class DepositAdmin(ReadOnly, JournalPermissionsMixin, admin.ModelAdmin):
    list_display = ("name", "journal", "state", "host", "sent_at", "message")
    list_filter = ("state", "journal")

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).select_related("journal").defer("xml", "answer")

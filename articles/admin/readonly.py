"""What editors read but never edit: revisions, and what was sent to registries."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from articles.models import Deposit, Revision


class ReadOnly(admin.ModelAdmin):
    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class RevisionAdmin(ReadOnly):
    list_display = ("article", "version", "editor", "at", "reason")
    list_select_related = ("article", "editor")
    ordering = ("-at",)
    fields = ("article", "version", "editor", "at", "reason", "stored")

    def get_queryset(self, request: HttpRequest) -> Any:
        return Revision.objects.select_related("article", "editor")


class DepositAdmin(ReadOnly):
    list_display = ("name", "journal", "state", "host", "sent_at", "message")
    list_filter = ("state", "journal")

    def get_queryset(self, request: HttpRequest) -> Any:
        return Deposit.objects.select_related("journal").defer("xml", "answer")

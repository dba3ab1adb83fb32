"""E-mails that wait or could not be sent, for the administrator of the site."""

from __future__ import annotations

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.models import Mail

from .permissions import editor_of


class MailAdmin(admin.ModelAdmin):
    list_display = ("address", "kind", "created_at", "tries", "due_at", "failed_at", "failure")
    list_filter = ("kind",)
    search_fields = ("address",)
    actions = ("send_again",)

    def has_module_permission(self, request: HttpRequest) -> bool:
        return editor_of(request).is_superuser

    def has_view_permission(self, request: HttpRequest, obj: Mail | None = None) -> bool:
        return editor_of(request).is_superuser

    def has_delete_permission(self, request: HttpRequest, obj: Mail | None = None) -> bool:
        return editor_of(request).is_superuser

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Mail | None = None) -> bool:
        return False

    @admin.action(description=gettext_lazy("Try to send again"), permissions=["delete"])
    def send_again(self, request: HttpRequest, mails: QuerySet[Mail]) -> None:
        """By the worker, as if they had just been written."""
        now = timezone.now()
        count = mails.update(failed_at=None, created_at=now, due_at=now, tries=0)
        messages.success(request, _("E-mails queued: %(count)d.") % {"count": count})

"""Tables that editors can see but not edit: revisions and deposits."""

from __future__ import annotations

from django.contrib import admin
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from articles.dois.messages import explain
from articles.models import Deposit, Revision
from articles.models.roles import Action, articles_within, can_do

from .permissions import JournalPermissionsMixin, editor_of


class ReadOnlyMixin:
    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False


class RevisionAdmin(ReadOnlyMixin, admin.ModelAdmin):
    """Visible to everybody who may see the article."""

    list_display = ("article", "version", "editor", "at", "reason")
    list_select_related = ("article", "editor")
    ordering = ("-at",)
    fields = ("article", "version", "editor", "at", "reason", "stored")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Revision]:
        rows = Revision.objects.select_related("article", "editor")
        return rows.filter(articles_within(editor_of(request), Action.VIEW, "article__"))

    def has_module_permission(self, request: HttpRequest) -> bool:
        return can_do(request.user, Action.VIEW)

    def has_view_permission(self, request: HttpRequest, obj: Revision | None = None) -> bool:
        return can_do(request.user, Action.VIEW, obj.article if obj else None)


class DepositAdmin(ReadOnlyMixin, JournalPermissionsMixin, admin.ModelAdmin):
    list_display = ("name", "journal", "state", "what_it_says", "sent_at")
    list_filter = ("state", "journal")
    fields = (
        *("journal", "name", "state", "explained", "host", "is_test", "due_at", "tries", "polls"),
        *("unknowns", "created_at", "sent_at", "message", "answer", "xml"),
    )

    @admin.display(description=_("message"))
    def what_it_says(self, deposit: Deposit) -> str:
        """The message in the editor's language; one that is not known, as it came."""
        explanation = explain(deposit)
        return explanation.message if explanation else deposit.message

    @admin.display(description=_("what it means"))
    def explained(self, deposit: Deposit) -> str:
        """The message with what to do."""
        explanation = explain(deposit)
        if explanation is None:
            return deposit.message
        return f"{explanation.message} {explanation.remedy}"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Deposit]:
        return super().get_queryset(request).select_related("journal").defer("xml", "answer")

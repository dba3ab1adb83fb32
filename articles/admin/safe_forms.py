"""A mixin for stock forms of the admin: no text is lost, no change overwritten unseen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.contrib import messages
from django.contrib.admin.models import LogEntry
from django.db import connection
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from .concurrent_changes import checked_form, kept_labels, write_digests
from .draft_recovery import form_data, recovered_form, recovery_context
from .form_not_sent import form_not_sent


class SafeFormMixin:
    """A mixin for a ModelAdmin: draft recovery, and the check of concurrent changes.

    A form that was kept over the end of a session is opened as it was typed, unsaved.
    """

    model: type[Model]
    opts: Any

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> Any:
        """The text is shown if the row was deleted meanwhile."""
        if request.method == "POST" and object_id and self.get_object(request, object_id) is None:
            back = reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist")
            why = _("It has been deleted since you opened the page.")
            return form_not_sent(request, back=back, why=why)
        return super().changeform_view(request, object_id, form_url, extra_context)  # type: ignore[misc]  # of ModelAdmin

    def get_object(self, request: HttpRequest, object_id: str, *arguments: Any) -> Any:
        """While a form is saved, the row is locked, so that a second save compares with it."""
        found = super().get_object(request, object_id, *arguments)  # type: ignore[misc]  # of ModelAdmin
        if found is None or request.method != "POST" or not connection.in_atomic_block:
            return found
        rows = self.model._default_manager.filter(pk=found.pk)
        list(rows.select_for_update().order_by().values_list("pk"))
        return super().get_object(request, object_id, *arguments)  # type: ignore[misc]  # of ModelAdmin

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> Any:
        form_class: Any = super().get_form(request, obj, change=change, **kwargs)  # type: ignore[misc]  # of ModelAdmin
        if obj is not None:
            form_class = checked_form(form_class, form_data(request))
        typed = recovered_form(request)
        return form_class if typed is None else bound_form(form_class, typed)

    def get_formsets_with_inlines(self, request: HttpRequest, obj: Any = None) -> Iterator[Any]:
        for formset, inline in super().get_formsets_with_inlines(request, obj):  # type: ignore[misc]  # of ModelAdmin
            if obj is not None:
                formset.form = checked_form(formset.form, form_data(request))
            yield formset, inline

    def get_formset_kwargs(
        self, request: HttpRequest, obj: Any, inline: Any, prefix: str
    ) -> dict[str, Any]:
        named: dict[str, Any] = super().get_formset_kwargs(request, obj, inline, prefix)  # type: ignore[misc]  # of ModelAdmin
        typed = recovered_form(request)
        return named if typed is None else {**named, "data": typed}

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *arguments: Any, **named: Any
    ) -> HttpResponse:
        original: Any = context.get("original")
        if self.may_save(request, original):
            page_forms = list(forms_of(context))
            context |= recovery_context(request)
            context["opened_values"] = write_digests(iter(page_forms))
            if any(getattr(form, "conflicting", ()) for form in page_forms):
                messages.warning(request, conflict_message(self.last_change(original)))
        return super().render_change_form(request, context, *arguments, **named)  # type: ignore[misc]  # of ModelAdmin

    def may_save(self, request: HttpRequest, original: Model | None) -> bool:
        admin: Any = self
        if original is None:
            return bool(admin.has_add_permission(request))
        return bool(admin.has_change_permission(request, original))

    def save_related(
        self, request: HttpRequest, form: Any, formsets: Iterable[Any], change: bool
    ) -> None:
        super().save_related(request, form, formsets, change)  # type: ignore[misc]  # of ModelAdmin
        page_forms = [form, *(row for formset in formsets for row in formset.forms)]
        if labels := kept_labels(iter(page_forms)):
            text = _(
                "Another editor has changed other fields meanwhile; they are kept: %(fields)s."
            )
            messages.info(request, text % {"fields": ", ".join(labels)})

    def last_change(self, row: Model) -> LogEntry | None:
        entries = LogEntry.objects.filter(
            content_type__app_label=self.opts.app_label,
            content_type__model=self.opts.model_name,
            object_id=str(row.pk),
        )
        return entries.select_related("user").order_by("-action_time").first()


def bound_form(form_class: Any, typed: Any) -> Any:
    """The form as if it had been sent with `typed`."""

    class BoundForm(form_class):
        def __init__(self, *_arguments: Any, **named: Any) -> None:
            super().__init__(typed, **{**named, "initial": None})

    return BoundForm


def forms_of(context: dict[str, Any]) -> Iterator[Any]:
    """The main form of the page, then those of its rows."""
    yield context["adminform"].form
    for inline in context["inline_admin_formsets"]:
        yield from inline.formset.forms


def conflict_message(entry: LogEntry | None) -> str:
    if entry is None:
        return _("Nothing is saved yet: another editor has saved this page since you opened it.")
    who = entry.user.get_full_name() or entry.user.get_username()
    return _("Nothing is saved yet: %(who)s has saved this page since you opened it.") % {
        "who": who
    }

"""Lists in the admin whose rows have an order: moved by a grip, or numbers typed."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.contrib.admin import ModelAdmin
from django.http import HttpRequest


class OrderedRowForm(forms.ModelForm):
    """A row of the list; its number is labelled, as the stock list leaves it without a label."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        field = self.fields["order"]
        field.widget.attrs["aria-label"] = f"{field.label}: {self.instance}"


class OrderedListMixin(ModelAdmin[Any]):
    """A mixin; `list_display` has `order`, and `group` or `journal`."""

    change_list_template = "admin/ordered_list.html"
    list_editable: ClassVar = ["order"]

    def get_changelist_form(self, request: HttpRequest, **kwargs: Any) -> Any:
        return super().get_changelist_form(request, **{"form": OrderedRowForm, **kwargs})

"""Form errors: the list above the article form, each with its label and a link to its input."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from articles.admin.trilingual import language_of
from articles.editing.permissions import ChangeNotPermitted
from articles.records.field_labels import ROW_LABELS

from ..wording.labels import field_label, with_language
from .base import BaseArticleForm

# The record's lists and the row sets that they are typed into.
ROW_SETS = {
    "authors": "authorships",
    "affiliations": "affiliations",
    "funding": "fundings",
    "galleys": "galleys",
    "relations": "relations",
}
LABELS = {prefix: ROW_LABELS[field] for field, prefix in ROW_SETS.items()}


class FormError(msgspec.Struct, frozen=True):
    """One line of the list above the form."""

    label: str
    anchor: str  # an id on the page
    message: str


def form_errors(form: BaseArticleForm, prefix: str = "") -> Iterator[FormError]:
    """Errors of the form's inputs and of the form as a whole; `prefix` of a row: its row set's."""
    for name, messages in form.errors.items():
        field = form[name] if name in form.fields else None
        label = " – ".join(filter(None, (row_label(form, prefix), input_label(field))))
        for message in messages:
            yield FormError(label, anchor(form, field, prefix), str(message))


def row_label(row: BaseArticleForm, prefix: str) -> str:
    """`Author 2`, by the number that the row shows."""
    if not prefix:
        return ""
    place = int(str(row.prefix).rpartition("-")[2]) + 1
    return str(LABELS[prefix]) % {"number": row.cleaned_data.get("order") or place}


def input_label(field: forms.BoundField | None) -> str:
    """`Title (Русский)`; '' for hidden inputs and for a file, which its row stands for."""
    if field is None or field.is_hidden or field.name == "upload":
        return ""
    return with_language(capfirst(str(field.label)), language_of(field.name))


def anchor(form: BaseArticleForm, field: forms.BoundField | None, prefix: str) -> str:
    """The id of the input, or of the row of a hidden one."""
    if field is not None and not field.is_hidden:
        return str(field.id_for_label)
    return str(form.prefix) if prefix else ""


def not_permitted_message(refusal: ChangeNotPermitted) -> str:
    """The changes that the editor's role does not cover, by their labels in the form."""
    fields = ", ".join(str(field_label(change.path)) for change in refusal.changes[:5])
    return _("Your role does not allow you to change: %(fields)s. Nothing was saved.") % {
        "fields": fields or "–"
    }

"""Two editors on one form of the admin: what the first saved is never overwritten unseen.

A form carries a digest of each value as it was opened. Where a value has changed since, an editor
who did not touch it keeps the other editor's value; one who did is shown both, and decides.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import blake2b
from typing import Any, ClassVar

import msgspec
from django import forms
from django.db.models import Manager, Model, QuerySet
from django.forms.boundfield import BoundField
from django.http import QueryDict
from django.utils.formats import localize
from django.utils.text import capfirst
from django.utils.translation import gettext as _

NAME = "opened_values"  # of the input


class CheckedForm(forms.ModelForm):
    """A mixin for a ModelForm of a row that others may change while it is open."""

    opened_values: ClassVar[Mapping[str, str]] = {}  # digests by the name of the input

    def __init__(self, *arguments: Any, **named: Any) -> None:
        self.kept: list[str] = []  # fields of which the other editor's value stays
        self.conflicting: list[str] = []  # fields that both editors changed
        super().__init__(*arguments, **named)

    @property
    def changed_data(self) -> list[str]:
        return [name for name in super().changed_data if name not in self.kept]

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or self.cleaned_data
        for name in list(changed_by_others(self)):
            if name not in typed:
                continue
            mine = digest(typed[name])
            if mine == self.opened_values[self.add_prefix(name)]:
                self.kept.append(name)
                del typed[name]  # a field that is missing here is not written
            elif mine != digest(current_value(self, name)):
                self.conflicting.append(name)
                self.add_error(name, conflict_message(self[name]))
        return typed


def checked_form(form_class: type[forms.ModelForm], posted: QueryDict) -> type[forms.ModelForm]:
    """The form with the check, for a page that was opened with the digests in `posted`."""
    opened = read_digests(posted.get(NAME, ""))
    bases = (CheckedForm, form_class)
    metaclass: Any = type(form_class)
    checked: type[forms.ModelForm] = metaclass(
        form_class.__name__, bases, {"opened_values": opened}
    )
    return checked


def read_digests(sent: str) -> dict[str, str]:
    try:
        return msgspec.json.decode(sent or "{}", type=dict[str, str])
    except msgspec.DecodeError:
        return {}


def write_digests(page_forms: Iterator[Any]) -> str:
    """What the page sends back: a digest of each value, as JSON.

    A form that is shown again keeps what it was opened with, but for values that it tells now.
    """
    digests: dict[str, str] = {}
    for form in page_forms:
        opened = getattr(form, "opened_values", {}) if form.is_bound else {}
        told = getattr(form, "conflicting", ())
        for name in stored_fields(form):
            key = form.add_prefix(name)
            is_kept = key in opened and name not in told
            digests[key] = opened[key] if is_kept else digest(current_value(form, name))
    return msgspec.json.encode(digests).decode()


def stored_fields(form: Any) -> list[str]:
    """Fields of the form that a stored row has; none of a new row."""
    if form.instance.pk is None:
        return []
    columns = {field.name for field in form.instance._meta.get_fields()}
    return [name for name, field in form.fields.items() if name in columns and not field.disabled]


def changed_by_others(form: Any) -> Iterator[str]:
    for name in stored_fields(form):
        opened = form.opened_values.get(form.add_prefix(name))
        if opened is not None and opened != digest(current_value(form, name)):
            yield name


def current_value(form: Any, name: str) -> Any:
    """The value that the database has now."""
    return form.get_initial_for_field(form.fields[name], name)


def digest(value: Any) -> str:
    return blake2b(msgspec.json.encode(plain(value)), digest_size=9).hexdigest()


def plain(value: Any) -> Any:
    """The same for a stored value and for the one that a form has made of what was typed."""
    if value is None or value is False:
        return ""
    if isinstance(value, Manager):
        value = value.all()
    if isinstance(value, (list, tuple, set, QuerySet)):
        return sorted(str(plain(entry)) for entry in value)
    if isinstance(value, Model):
        return str(value.pk)
    return str(value).replace("\r\n", "\n").strip()


def conflict_message(bound: BoundField) -> str:
    """Both values: the other editor's here, one's own in the field below."""
    return _(
        "Another editor has changed this since you opened the page. It is now: “%(value)s”. "
        "What you typed is in the field. To keep yours, save once more; to keep theirs, copy it."
    ) % {"value": display(bound)}


def display(bound: BoundField) -> str:
    """The value that the database has now, as the editor knows it from the field."""
    field: Any = bound.field
    value = current_value(bound.form, bound.name)
    if isinstance(field, forms.ModelMultipleChoiceField):
        return ", ".join(str(entry) for entry in value or ())
    if isinstance(field, forms.ModelChoiceField):
        rows: Any = field.queryset
        return str(rows.filter(pk=value).first() or "–")
    if isinstance(field, forms.ChoiceField):
        choices: Any = field.choices
        return str(dict(choices).get(value, value))
    if isinstance(field, forms.BooleanField):
        return _("yes") if value else _("no")
    shown = field.prepare_value(value)
    return str(localize(shown)) if shown not in (None, "") else "–"


def kept_labels(page_forms: Iterator[Any]) -> list[str]:
    """The fields of which another editor's change stays, as the page names them."""
    return [
        capfirst(str(form.fields[name].label))
        for form in page_forms
        for name in getattr(form, "kept", ())
    ]

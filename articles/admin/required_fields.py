"""The form field of a journal: what its articles must have, ticked one by one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from articles.preflight.required_fields import MESSAGES
from articles.records.field_labels import FIELD_LABELS


class RequiredFieldsField(forms.MultipleChoiceField):
    """Stored as codes between spaces."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, **options: Any) -> None:
        super().__init__(choices=lambda: choices_of(MESSAGES), required=False, **options)

    def keep(self, stored: str) -> None:
        """Also shows codes that are stored and have no box of their own, so that they stay."""
        self.choices = choices_of(dict.fromkeys([*MESSAGES, *stored.split()]))

    def prepare_value(self, value: Any) -> Any:
        return value.split() if isinstance(value, str) else value

    def to_python(self, value: Any) -> list[str]:
        """Also codes in one text, as an unsaved form from before the boxes has them."""
        return [code for typed in super().to_python(value) for code in typed.split()]

    def has_changed(self, initial: Any, data: Any) -> bool:
        return set((initial or "").split()) != set(self.to_python(data))

    def clean(self, value: Any) -> str:
        return " ".join(super().clean(value))


def choices_of(codes: Iterable[str]) -> list[tuple[str, str]]:
    labels = {**FIELD_LABELS, "names": _("names of the authors")}
    return [(code, capfirst(str(labels.get(code, code)))) for code in codes]

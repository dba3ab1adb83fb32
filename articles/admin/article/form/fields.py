"""Form fields for identifiers, lists of codes, dates or entries, and keys of other tables."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from articles.records.cleaning import InvalidValue


class IdentifierField(forms.CharField):
    """A DOI, ORCID or ROR in its standard form.

    What is no such identifier stays as typed: the record's validation explains why it is refused.
    """

    def __init__(self, normalise: Callable[[str], str], **kwargs: Any) -> None:
        super().__init__(required=False, max_length=300, **kwargs)
        self.normalise = normalise

    def clean(self, value: Any) -> str:
        typed: str = super().clean(value)
        return normalised(self.normalise, typed) if typed else ""


class KeyField(forms.IntegerField):
    """The hidden key of a row of `model`, chosen by autocomplete.

    `missing` is the one error message: whatever is wrong, there is no such row. That the row
    exists is checked for all rows at once, in `checks.check_keys`.
    """

    def __init__(self, model: type[Model], missing: Any) -> None:
        super().__init__(required=False, min_value=1, max_value=2**63 - 1, widget=forms.HiddenInput)
        self.model, self.missing = model, missing
        self.error_messages = dict.fromkeys(self.error_messages, missing)

    def run_validators(self, value: Any) -> None:
        """The messages for numbers out of range are validators' and not in `error_messages`."""
        try:
            super().run_validators(value)
        except ValidationError as error:
            raise ValidationError(self.missing) from error


def is_list(value: Any) -> bool:
    """True for an initial value, which a disabled field is cleaned with."""
    return isinstance(value, list | tuple)


def normalised(normalise: Callable[[str], str], typed: str) -> str:
    """The standard form, or the text as typed where it has none."""
    try:
        return normalise(typed)
    except InvalidValue:
        return typed


class CodesField(forms.CharField):
    """`34.35.15; 34.29.01` → a tuple of codes, each in its standard form where it has one."""

    def __init__(self, normalise: Callable[[str], str] = str.strip, **kwargs: Any) -> None:
        super().__init__(required=False, **kwargs)
        self.normalise = normalise

    def prepare_value(self, value: Any) -> Any:
        return "; ".join(value) if is_list(value) else value

    def clean(self, value: Any) -> tuple[str, ...]:
        if is_list(value):
            return tuple(value)
        codes = [code for code in re.split(r"[;,\n]", super().clean(value)) if code.strip()]
        return tuple(normalised(self.normalise, code.strip()) for code in codes)


class DatesField(CodesField):
    """Dates on one line, as dd.mm.yyyy or yyyy-mm-dd."""

    def prepare_value(self, value: Any) -> Any:
        if is_list(value):
            return "; ".join(f"{day:%d.%m.%Y}" for day in value)
        return value

    def clean(self, value: Any) -> Any:
        if is_list(value):
            return tuple(value)
        return tuple(parse_date(text) for text in super().clean(value))


def parse_date(text: str) -> date:
    """Raises ValidationError."""
    try:
        if "-" in text:
            return date.fromisoformat(text)
        day, month, year = text.split(".")
        return date(int(year), int(month), int(day))
    except ValueError as error:
        raise ValidationError(
            _("“%(text)s” is not a date. Use the format 31.12.2024."), params={"text": text}
        ) from error


class LinesField(forms.CharField):
    """One entry a line. An empty line counts as an entry, except at the end."""

    widget = forms.Textarea

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, strip=False, **kwargs)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {**super().widget_attrs(widget), "dir": "auto"}  # each line in its own direction

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if is_list(value) else value

    def clean(self, value: Any) -> tuple[str, ...]:
        if is_list(value):
            return tuple(value)
        return tuple(line.strip() for line in super().clean(value).rstrip().splitlines())


class KeywordsField(LinesField):
    """Keywords: one a line; if there is one line only, separated by semicolons or else commas."""

    def clean(self, value: Any) -> tuple[str, ...]:
        if is_list(value):
            return tuple(value)
        lines = [line for line in super().clean(value) if line]
        if len(lines) == 1:
            separator = ";" if ";" in lines[0] else ","
            lines = [term.strip() for term in lines[0].rstrip(".").split(separator)]
        return tuple(line for line in lines if line)


class MarksField(forms.CharField):
    """`1, 2` as printed beside an author → (1, 2)."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(map(str, value)) if is_list(value) else value

    def clean(self, value: Any) -> Any:
        if is_list(value):
            return tuple(value)
        text = super().clean(value)
        try:
            return tuple(dict.fromkeys(int(mark) for mark in re.split(r"[,;\s]+", text) if mark))
        except ValueError as error:
            raise ValidationError(_("Affiliation numbers, such as 1, 2.")) from error

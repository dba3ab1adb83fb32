"""Form fields for what papers print as lists: codes on a line, an entry a line, marks."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from articles.records.cleaning import InvalidValue


class Identifier(forms.CharField):
    """Brought to its one form; what is none stays as typed, and `validity` says why."""

    def __init__(self, normalise: Callable[[str], str], **kwargs: Any) -> None:
        super().__init__(required=False, max_length=300, **kwargs)
        self.normalise = normalise

    def clean(self, value: Any) -> str:
        typed: str = super().clean(value)
        return as_kept(self.normalise, typed) if typed else ""


class Picked(forms.IntegerField):
    """The hidden key of a row of `table`; `lost` is said where there is no such row."""

    def __init__(self, table: Any, lost: Any) -> None:
        super().__init__(required=False, min_value=1, max_value=2**63 - 1, widget=forms.HiddenInput)
        self.table, self.lost = table, lost
        self.error_messages = dict.fromkeys(self.error_messages, lost)

    def run_validators(self, value: Any) -> None:
        """Too large or below zero: it is none of them either."""
        try:
            super().run_validators(value)
        except ValidationError as error:
            raise ValidationError(self.lost) from error


def is_list(value: Any) -> bool:
    return isinstance(value, list | tuple)


def as_kept(normalise: Callable[[str], str], typed: str) -> str:
    try:
        return normalise(typed)
    except InvalidValue:
        return typed


class Codes(forms.CharField):
    """`34.35.15; 34.29.01` → a tuple of codes, each in its one form where it has one."""

    def __init__(self, normalise: Callable[[str], str] = str.strip, **kwargs: Any) -> None:
        super().__init__(required=False, **kwargs)
        self.normalise = normalise

    def prepare_value(self, value: Any) -> Any:
        return "; ".join(value) if is_list(value) else value

    def clean(self, value: Any) -> tuple[str, ...]:
        if is_list(value):  # of a field that is not this editor's to change
            return tuple(value)
        codes = [code for code in re.split(r"[;,\n]", super().clean(value)) if code.strip()]
        return tuple(as_kept(self.normalise, code.strip()) for code in codes)


class Days(Codes):
    """Days on one line, as dd.mm.yyyy or yyyy-mm-dd."""

    def prepare_value(self, value: Any) -> Any:
        if is_list(value):
            return "; ".join(f"{day:%d.%m.%Y}" for day in value)
        return value

    def clean(self, value: Any) -> Any:
        if is_list(value):
            return tuple(value)
        return tuple(self._day(text) for text in super().clean(value))

    def _day(self, text: str) -> date:
        try:
            if "-" in text:
                return date.fromisoformat(text)
            day, month, year = text.split(".")
            return date(int(year), int(month), int(day))
        except ValueError as error:
            raise ValidationError(
                _("“%(text)s” is no date; write 31.12.2024."), params={"text": text}
            ) from error


class Lines(forms.CharField):
    """One entry a line; an empty line between others keeps its number, at the end it is nothing."""

    widget = forms.Textarea

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, strip=False, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if is_list(value) else value

    def clean(self, value: Any) -> tuple[str, ...]:
        if is_list(value):
            return tuple(value)
        return tuple(line.strip() for line in super().clean(value).rstrip().splitlines())


class Terms(Lines):
    """Keywords: one a line, or between semicolons or commas where they stand on one line."""

    def clean(self, value: Any) -> tuple[str, ...]:
        if is_list(value):
            return tuple(value)
        lines = [line for line in super().clean(value) if line]
        if len(lines) == 1:
            divider = ";" if ";" in lines[0] else ","
            lines = [term.strip() for term in lines[0].rstrip(".").split(divider)]
        return tuple(line for line in lines if line)


class Marks(forms.CharField):
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
            raise ValidationError(_("Numbers of affiliations, such as 1, 2.")) from error

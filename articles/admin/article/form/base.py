"""What every form of the desk shares: clean text, labels, and languages told to the browser."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from articles.admin.trilingual import NATIVE, language_of
from articles.records.cleaning import InvalidValue, clean_text
from articles.records.languages import LANGUAGES


class Cells:
    """For a form: every text is NFC without control characters; columns know their language."""

    fields: dict[str, forms.Field]
    cleaned_data: dict[str, Any]

    def say_languages(self) -> None:
        for name, field in self.fields.items():
            if code := language_of(name):
                field.label = str(field.label).partition(" [")[0]
                field.widget.attrs.update(
                    {"lang": code, "aria-label": f"{field.label}: {NATIVE[code]}"}
                )

    def clean(self) -> Any:
        cleaned = super().clean() or self.cleaned_data  # type: ignore[misc]  # of a form
        for name, value in list(cleaned.items()):
            if isinstance(value, str | tuple):
                self._clean_text(name, value)
        return self.cleaned_data

    def _clean_text(self, name: str, value: Any) -> None:
        """A text, or the entries of a list of them."""
        try:
            self.cleaned_data[name] = (
                self.clean_value(name, value)
                if isinstance(value, str)
                else tuple(self.clean_entry(number, one) for number, one in enumerate(value, 1))
            )
        except InvalidValue as error:
            self.add_error(name, str(error))  # type: ignore[attr-defined]  # of a form

    def clean_entry(self, number: int, entry: Any) -> Any:
        """Raises InvalidValue with the entry's number."""
        if not isinstance(entry, str):
            return entry
        try:
            return clean_text(entry)
        except InvalidValue as error:
            raise InvalidValue(
                _("Entry %(number)d: %(why)s"), number=number, why=str(error)
            ) from error

    def clean_value(self, name: str, value: str) -> str:
        return clean_text(value)

    def keep_others(self, own: set[str] | None) -> None:
        """A translator types texts of the own languages; None: everything."""
        if own is not None:
            everybodys = ("base_version", "reason")
            self.disable(
                name
                for name in self.fields
                if name not in everybodys and language_of(name) not in own
            )

    def disable(self, names: Iterable[str]) -> None:
        for name in names:
            self.fields[name].disabled = True

    def trio(self, name: str) -> list[forms.BoundField]:
        return [self[f"{name}_{code}"] for code in LANGUAGES]  # type: ignore[index]  # of a form

"""What all forms of the article form share: text cleaning, language attributes, locked inputs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from articles.admin.trilingual import NATIVE, language_of
from articles.records.cleaning import InvalidValue, clean_text
from articles.records.languages import LANGUAGES


class BaseArticleForm(forms.ModelForm):
    """A form over a model's fields that makes no instance: a record is made of all forms together.

    Text arrives in `cleaned_data` in Unicode NFC and without control characters.
    """

    never_locked: tuple[str, ...] = ()  # inputs without a language that translators may change

    def set_language_attributes(self) -> None:
        """Inputs of a translated field get its plain label, and their language for the browser."""
        for name, field in self.fields.items():
            if code := language_of(name):
                field.label = str(field.label).partition(" [")[0]
                field.widget.attrs.update(
                    {"lang": code, "dir": "auto", "aria-label": f"{field.label}: {NATIVE[code]}"}
                )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for name, value in list(cleaned.items()):
            if isinstance(value, str | tuple):
                self._clean_text(name, value)
        return self.cleaned_data

    def _clean_text(self, name: str, value: str | tuple[Any, ...]) -> None:
        try:
            self.cleaned_data[name] = (
                self.clean_value(name, value)
                if isinstance(value, str)
                else tuple(self.clean_entry(number, entry) for number, entry in enumerate(value, 1))
            )
        except InvalidValue as error:
            self.add_error(name, str(error))

    def clean_entry(self, number: int, entry: Any) -> Any:
        """One entry of a list of texts; raises InvalidValue with its number."""
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

    def _post_clean(self) -> None:
        """Skips Django's filling and checking of an instance."""

    def lock_other_languages(self, languages: set[str] | None) -> None:
        """Disables what a translator of these languages may not change; None: nothing."""
        if languages is not None:
            self.disable(
                name
                for name in self.fields
                if name not in self.never_locked and language_of(name) not in languages
            )

    def disable(self, names: Iterable[str]) -> None:
        for name in names:
            self.fields[name].disabled = True

    def trio(self, name: str) -> list[forms.BoundField]:
        """The three inputs of a translated field."""
        return [self[f"{name}_{code}"] for code in LANGUAGES]

"""The field for a country: typed by name or code, stored as its ISO 3166-1 code."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from articles.records.cleaning import InvalidValue
from articles.records.countries import country_name, typed_country
from articles.records.languages import known_language


class CountryField(forms.CharField):
    """A name in any of the three languages, or a code; shown in the editor's language.

    The page gives the names to choose from: `{% country_list %}`.
    """

    def __init__(self) -> None:
        widget = forms.TextInput(attrs={"list": "countries"})
        super().__init__(
            label=capfirst(_("country")), required=False, max_length=100, widget=widget
        )

    def prepare_value(self, value: Any) -> Any:
        return country_label(value) if isinstance(value, str) else value

    def to_python(self, value: Any) -> str:
        try:
            return typed_country(super().to_python(value) or "")
        except InvalidValue as refusal:
            raise ValidationError(str(refusal)) from refusal


def country_label(code: str) -> str:
    """The name of a country in the editor's language; an unknown code as it is."""
    return country_name(code, known_language(get_language()))

"""Base classes for forms that show the three languages of a field side by side."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.db import models
from django.forms import Field
from django.http import HttpRequest
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from articles.records.languages import LANGUAGES

from .safe_forms import SafeFormMixin

UNNAMED = {
    "title": _("Enter the title in at least one language."),
    "name": _("Enter the name in at least one language."),
}
NATIVE = {"kk": "Қазақша", "ru": "Русский", "en": "English"}


def trio(field: str) -> tuple[str, ...]:
    """title → title_kk, title_ru, title_en; a tuple is one row of a fieldset."""
    return tuple(f"{field}_{code}" for code in LANGUAGES)


def language_of(field: str) -> str | None:
    """title_kk → kk; None if the name of the column has no language."""
    _, _, code = field.rpartition("_")
    return code if code in LANGUAGES else None


class TrilingualMixin:
    """A mixin for admins and inlines: sets the `lang` and the label of each translated field."""

    class Media:
        css = {"all": ["articles/admin.css"]}

    def formfield_for_dbfield(
        self, db_field: models.Field[Any, Any], request: HttpRequest | None, **kwargs: Any
    ) -> Field | None:
        field: Field | None = super().formfield_for_dbfield(  # type: ignore[misc]  # of ModelAdmin
            db_field, request, **kwargs
        )
        if field and (code := language_of(db_field.name)):
            field.widget.attrs["lang"] = code
            if original := getattr(db_field, "translated_field", None):
                field.label = f"{capfirst(original.verbose_name)}: {NATIVE[code]}"
        return field


class NamedForm(forms.ModelForm):
    """A form of a row that has a name: `named_by` is needed in one language at least."""

    named_by = "title"

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not any(cleaned.get(name) for name in trio(self.named_by)) and not self.errors:
            self.add_error(f"{self.named_by}_kk", UNNAMED[self.named_by])
        return cleaned


class TrilingualAdmin(SafeFormMixin, TrilingualMixin, admin.ModelAdmin):
    pass


class TrilingualStacked(TrilingualMixin, admin.StackedInline):
    extra = 0

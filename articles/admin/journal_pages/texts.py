"""What the forms of pages and news share: cleaned texts, and an editor for each language."""

from __future__ import annotations

from functools import partial
from typing import Any

from django import forms
from django.urls import URLPattern, path
from django.utils.functional import Promise

from articles.models.roles import Action

from ..permissions import JournalPermissionsMixin
from ..text_editor.body_form import clean_typed_body
from ..trilingual import TrilingualAdmin, trio
from .text_page import text_view


class TextForm(forms.ModelForm):
    """Texts are cleaned as in the editor: plain text becomes paragraphs."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for name in trio("text"):
            if name in cleaned:
                self._clean_text(name, cleaned[name] or "")
        return cleaned

    def _clean_text(self, name: str, typed: str) -> None:
        try:
            self.cleaned_data[name] = clean_typed_body(typed, self.initial.get(name) or "")
        except forms.ValidationError as error:
            self.add_error(name, error)


class TextAdmin(JournalPermissionsMixin, TrilingualAdmin):
    """The admin of rows with a `text` in three languages; `text_title` heads their editor."""

    change_form_template = "admin/articles/page/form.html"
    change_action = Action.MANAGE
    text_title: str | Promise

    def get_urls(self) -> list[URLPattern]:
        """Adds the editor of the text in one language."""
        view = self.admin_site.admin_view(partial(text_view, self))
        name = f"articles_{self.opts.model_name}_text"
        return [path("<int:pk>/text/<slug:language>/", view, name=name), *super().get_urls()]

    def public_address(self, row: Any) -> str:
        """Where readers see the row; '' if they do not."""
        address: str = row.get_absolute_url()
        return address

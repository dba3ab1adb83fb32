"""The pages of a journal: their form, and the editor of their text in each language."""

from __future__ import annotations

from functools import partial
from typing import Any

from django import forms
from django.urls import URLPattern, path

from articles.models import Page
from articles.models.roles import Action

from ..permissions import JournalPermissionsMixin
from ..text_editor.body_form import clean_typed_body
from ..trilingual import TrilingualAdmin, trio
from .text_page import text_view


class PageForm(forms.ModelForm):
    """Texts are cleaned as in the editor: plain text becomes paragraphs."""

    class Meta:
        model = Page
        fields = ("journal", "slug", "order", *trio("title"), *trio("text"))

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


class PageAdmin(JournalPermissionsMixin, TrilingualAdmin):
    form = PageForm
    change_form_template = "admin/articles/page/form.html"
    change_action = Action.MANAGE
    list_display = ("__str__", "journal", "slug", "order")
    list_filter = ("journal",)
    list_select_related = ("journal",)
    fieldsets = ((None, {"fields": (("journal", "slug", "order"), trio("title"), trio("text"))}),)

    def get_urls(self) -> list[URLPattern]:
        """Adds the editor of the text in one language."""
        view = self.admin_site.admin_view(partial(text_view, self))
        route = "<int:pk>/text/<slug:language>/"
        return [path(route, view, name="articles_page_text"), *super().get_urls()]

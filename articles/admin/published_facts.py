"""Saving a journal, an issue or a section tells its public articles, where readers would see it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from articles.publishing.facts import touch_public

UNSEEN = {
    *("planned_on", "print_run", "doi_pattern", "required_fields", "keywords_min", "keywords_max"),
    *("authors_max", "submission_url", "certificate", "tagline_kk", "tagline_ru", "tagline_en"),
    *(f"abstract_words_{end}_{code}" for end in ("min", "max") for code in ("kk", "ru", "en")),
}


class TouchesPublic:
    """For a ModelAdmin; `touches` is how a listing names the table."""

    touches: str

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)  # type: ignore[misc]  # of ModelAdmin
        seen = set(form.changed_data) - UNSEEN
        if change and (seen or any(formset.has_changed() for formset in formsets)):
            touch_public(**{self.touches: form.instance})

"""A mixin: saving a journal, an issue or a section marks its public articles as changed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.forms import BaseFormSet, ModelForm
from django.http import HttpRequest

from articles.publishing.changed_facts import mark_articles_changed

# Fields that no public page or export shows.
INTERNAL_FIELDS = {
    *("planned_on", "print_run", "doi_pattern", "required_fields", "keywords_min", "keywords_max"),
    *("authors_max", "submission_url", "certificate", "tagline_kk", "tagline_ru", "tagline_en"),
    *(f"abstract_words_{end}_{code}" for end in ("min", "max") for code in ("kk", "ru", "en")),
}


class PublishedFactsMixin:
    """A mixin for a ModelAdmin; `listing_field` is the foreign key of Listing to its table."""

    listing_field: str

    def save_related(
        self,
        request: HttpRequest,
        form: ModelForm[Any],
        formsets: Iterable[BaseFormSet[Any]],
        change: bool,
    ) -> None:
        super().save_related(request, form, formsets, change)  # type: ignore[misc]  # of ModelAdmin
        changed = set(form.changed_data) - INTERNAL_FIELDS
        if change and (changed or any(formset.has_changed() for formset in formsets)):
            mark_articles_changed(**{self.listing_field: form.instance})

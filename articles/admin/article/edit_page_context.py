"""The context of the article form's template."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.utils.translation import get_language

from articles.models import Article
from articles.records.countries import COUNTRIES
from articles.records.languages import LANGUAGES

from ..trilingual import NATIVE, trio
from .completeness_panel import form_completeness
from .draft_recovery import editor_token
from .form.article_form import ArticleForm
from .form.layout import sections
from .related_articles import full_title

if TYPE_CHECKING:
    from . import ArticleAdmin

# Text boxes with one entry a line, whose number is shown.
LIST_BOXES = (*trio("keywords"), "references_original", "references_romanized")


def form_context(
    admin: ArticleAdmin, request: HttpRequest, form: ArticleForm, *, show_errors: bool
) -> dict[str, Any]:
    article = form.article
    set_relation_titles(form)
    errors = list(form.errors()) if show_errors else []
    can_change = admin.has_change_permission(request, article) if article else True
    return {
        "original": article,
        "journal": form.journal,
        "form": form.main,
        "rows": form.row_sets,
        "sections": sections(form.main),
        "languages": NATIVE,
        "matrix": form_completeness(form, len(errors)),
        "show_errors": show_errors,
        "errors": errors,
        "can_change": can_change,
        "can_arrange": can_change and not form.is_translators,
        "entry_counts": entry_counts(form),
        "countries": sorted_countries(),
        "editor_token": editor_token(request),
    }


def set_relation_titles(form: ArticleForm) -> None:
    """The title beside each related article, as far as the editor may see it; one query at most."""
    keys = {row: row.article_key() for row in form.relations.forms}
    if wanted := {key for key in keys.values() if key}:
        articles = Article.objects.filter(form.permissions.visible).in_bulk(wanted)
        for row, key in keys.items():
            row.title = full_title(articles[key]) if key in articles else ""


def entry_counts(form: ArticleForm) -> dict[str, int]:
    return {name: len(entries(form.main[name].value())) for name in LIST_BOXES}


def entries(value: Any) -> list[str]:
    """The lines of a box that are not empty, as typed or of its initial value."""
    lines = value.splitlines() if isinstance(value, str) else value or ()
    return [line for line in lines if line.strip()]


def sorted_countries() -> list[tuple[str, str]]:
    """Code and name in the editor's language."""
    language = next((code for code in LANGUAGES if code == get_language()), LANGUAGES[0])
    place = LANGUAGES.index(language)
    named = ((code, names[place]) for code, names in COUNTRIES.items())
    return sorted(named, key=lambda country: country[1])

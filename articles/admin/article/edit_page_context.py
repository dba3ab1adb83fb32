"""What the template of the article form is given."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles.models import Article
from articles.records.countries import COUNTRIES
from articles.records.languages import LANGUAGES

from ..trilingual import NATIVE
from .completeness_panel import matrix_of
from .form.article_form import Sheet
from .form.layout import lines
from .related_articles import title_of

if TYPE_CHECKING:
    from . import ArticleAdmin


def context_of(
    admin: ArticleAdmin, request: HttpRequest, sheet: Sheet, *, is_told: bool
) -> dict[str, Any]:
    article = sheet.article
    name_targets(sheet)
    errors = list(sheet.errors()) if is_told else []
    can_write = admin.has_change_permission(request, article) if article else True
    return {
        **admin.admin_site.each_context(request),
        "title": str(article) if article else _("New article"),
        "opts": admin.opts,
        "media": admin.media,
        "original": article,
        "journal": sheet.journal,
        "form": sheet.form,
        "rows": sheet.rows,
        "parts": lines(sheet.form),
        "languages": NATIVE,
        "matrix": matrix_of(sheet, len(errors)),
        "is_told": is_told,
        "errors": errors,
        "can_write": can_write,
        "can_arrange": can_write and sheet.own is None,
        "counted": counts(sheet),
        "countries": sorted_countries(),
    }


def name_targets(sheet: Sheet) -> None:
    """Rows of relations say the title of the article that they lead to; one query, if any does."""
    rows = {row: row.key() for row in sheet.rows["relations"].forms}
    if keys := {key for key in rows.values() if key}:
        known = Article.objects.filter(sheet.writer.seen).in_bulk(keys)
        for row, key in rows.items():
            row.title = title_of(known[key]) if key in known else ""


def counts(sheet: Sheet) -> dict[str, int]:
    """How many entries stand in each box that holds one a line."""
    names = (*(f"keywords_{code}" for code in LANGUAGES), *BOXES)
    return {name: len(entries(sheet.form[name].value())) for name in names}


BOXES = ("references_original", "references_romanized")


def entries(value: Any) -> list[str]:
    found = value.splitlines() if isinstance(value, str) else value or ()
    return [line for line in found if line.strip()]


def sorted_countries() -> list[tuple[str, str]]:
    at = LANGUAGES.index(get_language() or "kk") if get_language() in LANGUAGES else 0
    named = ((code, names[at]) for code, names in COUNTRIES.items())
    return sorted(named, key=lambda pair: pair[1])

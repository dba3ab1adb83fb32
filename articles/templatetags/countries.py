"""The list of countries from which a field completes what is typed."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.translation import get_language

from articles.records.countries import COLUMN, COUNTRIES
from articles.records.languages import known_language

register = template.Library()


@register.inclusion_tag("admin/country_list.html")
def country_list() -> dict[str, Any]:
    """Each country by its name in the editor's language, with its other names and its code."""
    own = COLUMN[known_language(get_language())]
    countries = [
        (names[own], [*dict.fromkeys(name for name in names if name != names[own]), code])
        for code, names in COUNTRIES.items()
    ]
    return {"countries": sorted(countries)}

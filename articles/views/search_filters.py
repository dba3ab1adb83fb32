"""The filters beside the results of a search: boxes to tick, and links that take one away."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from django.utils.translation import gettext as _

from articles.records.languages import LANGUAGES, Text
from articles.search.facets import Facet, Value

from .language_names import language_name
from .search_form import SearchForm


class FilterBox(NamedTuple):
    value: str
    label: Text
    article_total: int
    is_ticked: bool


class FilterGroup(NamedTuple):
    kind: str  # the name of its parameter
    heading: str
    boxes: list[FilterBox]


class ActiveFilter(NamedTuple):
    label: Text
    url_without: str


def filter_group(facet: Facet) -> FilterGroup:
    boxes = [
        FilterBox(value.value, label(facet.kind, value), value.count, value.is_selected)
        for value in facet.values
    ]
    return FilterGroup(facet.kind, heading(facet.kind), boxes)


def active_filters(form: SearchForm, facets: Iterable[Facet]) -> list[ActiveFilter]:
    return [
        ActiveFilter(label(facet.kind, value), form.url_without(facet.kind, value.value))
        for facet in facets
        for value in facet.values
        if value.is_selected
    ]


def heading(kind: str) -> str:
    return {
        "journal": _("Journal"),
        "year": _("Year"),
        "language": _("Language of the text"),
        "section": _("Section"),
        "author": _("Author"),
        "keyword": _("Keyword"),
    }[kind]


def label(kind: str, value: Value) -> Text:
    """The label in three languages; a value with one spelling has it in each."""
    if isinstance(value.label, dict):
        return value.label or in_every_language(value.value)
    code = next((code for code in LANGUAGES if code == value.label), None)
    if kind == "language" and code:
        return in_every_language(language_name(code))
    return in_every_language(value.label)


def in_every_language(text: str) -> Text:
    return dict.fromkeys(LANGUAGES, text)

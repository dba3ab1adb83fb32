"""Filters for the article form's templates: an input's language, lines of inputs, their errors."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms, template
from django.conf import settings
from django.utils.translation import gettext as _

register = template.Library()

LANGUAGE_NAMES: dict[str, str] = dict(settings.LANGUAGES)
DETAILS = ("suffix", "degree", "academic_title", "post", "bio", "collective")

Lines = list[tuple[str, list[forms.BoundField]]]  # a label and its inputs, one a language


@register.filter
def native_name(code: str) -> str:
    """The language's own name: kk → Қазақша."""
    return LANGUAGE_NAMES.get(code, "")


@register.filter
def input_language(field: forms.BoundField) -> str:
    """The last part of the input's name: title_kk → kk."""
    return field.name.rpartition("_")[2]


@register.filter
def input_language_name(field: forms.BoundField) -> str:
    return native_name(input_language(field))


@register.filter
def count_of(entry_counts: Mapping[str, int], name: str) -> int:
    return entry_counts[name]


@register.filter
def name_lines(row: forms.BaseForm) -> Lines:
    return lines(
        row,
        (_("Family name"), "family_name"),
        (_("Given name"), "given_name"),
        (_("Patronymic"), "patronymic"),
    )


@register.filter
def detail_lines(row: forms.BaseForm) -> Lines:
    """What is folded below an author's name."""
    return lines(row, *((str(row[f"{name}_kk"].label), name) for name in DETAILS))


@register.filter
def affiliation_lines(row: forms.BaseForm) -> Lines:
    return lines(row, (_("Name"), "name"), (_("Unit"), "unit"), (_("City"), "city"))


@register.filter
def funder_lines(row: forms.BaseForm) -> Lines:
    return lines(row, (_("Funder"), "funder"))


def lines(row: forms.BaseForm, *named: tuple[str, str]) -> Lines:
    return [(label, [row[f"{name}_{code}"] for code in LANGUAGE_NAMES]) for label, name in named]


@register.filter
def detail_count(row: forms.BaseForm) -> int:
    """How many of the folded inputs are filled in."""
    filled = (row[f"{name}_{code}"].value() for name in DETAILS for code in LANGUAGE_NAMES)
    return sum(map(bool, filled)) + len(row["roles"].value() or ())


@register.filter
def has_detail_errors(row: forms.BaseForm) -> bool:
    return any(name.startswith(DETAILS) or name in ("roles", "kind") for name in row.errors)


@register.filter
def inputs_without_language(row: forms.BaseForm) -> list[forms.BoundField]:
    """Their errors are shown together, below the row's first line."""
    return [field for field in row if input_language(field) not in LANGUAGE_NAMES]


@register.filter
def has_errors(lines: Iterable[Any]) -> bool:
    """Of the lines of a section of the form."""
    return any(field.errors for line in lines for field in line.fields)

"""What templates of the article form ask of a bound field: its language, its lines, its errors."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import template
from django.utils.translation import gettext as _

register = template.Library()

NATIVE = {"kk": "Қазақша", "ru": "Русский", "en": "English"}
LANGUAGES = tuple(NATIVE)
MORE = ("degree", "academic_title", "post", "bio", "collective")

Lines = list[tuple[str, list[Any]]]


@register.filter
def tongue(field: Any) -> str:
    """title_kk → kk."""
    code: str = field.name.rpartition("_")[2]
    return code


@register.filter
def native(code: str) -> str:
    return NATIVE.get(code, "")


@register.filter
def native_of(field: Any) -> str:
    return NATIVE.get(tongue(field), "")


@register.filter
def at(names: Mapping[str, str], field: Any) -> str:
    return names.get(tongue(field), "")


@register.filter
def at_name(counted: Mapping[str, int], name: str) -> int:
    return counted[name]


@register.filter
def name_lines(row: Any) -> Lines:
    return lines(
        row,
        (_("Family name"), "family_name"),
        (_("Given name"), "given_name"),
        (_("Patronymic"), "patronymic"),
    )


@register.filter
def more_lines(row: Any) -> Lines:
    return lines(row, *((row[f"{name}_kk"].label, name) for name in MORE))


@register.filter
def affiliation_lines(row: Any) -> Lines:
    return lines(row, (_("Name"), "name"), (_("Unit"), "unit"), (_("City"), "city"))


@register.filter
def funder_lines(row: Any) -> Lines:
    return lines(row, (_("Funder"), "funder"))


def lines(row: Any, *named: tuple[str, str]) -> Lines:
    return [(label, [row[f"{name}_{code}"] for code in LANGUAGES]) for label, name in named]


@register.filter
def more_count(row: Any) -> int:
    """How many of the folded inputs hold something."""
    filled = (row[f"{name}_{code}"].value() for name in MORE for code in LANGUAGES)
    return sum(map(bool, filled)) + len(row["roles"].value() or ())


@register.filter
def any_more_error(row: Any) -> bool:
    return any(name.startswith(MORE) or name in ("roles", "kind") for name in row.errors)


@register.filter
def head_fields(row: Any) -> list[Any]:
    """Inputs without a language: what is wrong with them is said below the row's first line."""
    return [field for field in row if tongue(field) not in LANGUAGES]


@register.filter
def any_error(parts: Iterable[Any]) -> bool:
    return any(field.errors for line in parts for field in line.fields)

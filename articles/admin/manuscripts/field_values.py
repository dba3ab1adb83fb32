"""How the values of a record are shown in an input, and parsed from what is typed there."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from articles.records import identifiers
from articles.records.cleaning import InvalidValue, clean_line, clean_text
from articles.records.countries import typed_country

from ..country_field import country_label
from ..numbers import parse_number
from .fields import ReviewField

NO_DATE = _("“%(text)s” is not a date. Use the format 2024-03-29.")
NO_OPTION = _("Choose one of these.")
NO_MARKS = _("Affiliation numbers, such as 1, 2.")


def format_value(value: Any, kind: str) -> str:
    """A value of the record's tree as text for an input of this kind."""
    if value is None:
        return ""
    if kind == "check":
        return "on" if value else ""
    if kind == "terms":
        return "\n".join(value)
    if kind in ("irsti", "udc"):
        return "; ".join(value)
    if kind == "country":
        return country_label(value)
    if kind == "marks":
        return ", ".join(map(str, value))
    return str(value)


def parse_field(field: ReviewField, typed: str) -> Any:
    """The typed text as a value for the record's tree; None if it is wrong.

    Keeps the text in the field, with an error message if it is wrong.
    """
    field.typed, field.error = typed, ""
    if field.options and typed not in {option.value for option in field.options}:
        field.error = str(NO_OPTION)
        return None
    try:
        return PARSERS[field.kind](typed)
    except InvalidValue as error:
        field.error = str(error)
        return None


def parse_terms(text: str) -> list[str]:
    """One term a line; a single line is divided at its semicolons."""
    rows = text.split(";") if "\n" not in text.strip() else text.splitlines()
    return [term for term in map(clean_line, rows) if term]


def parse_date(text: str) -> str | None:
    """ISO 8601, as the tree keeps dates; raises InvalidValue."""
    try:
        return date.fromisoformat(text.strip()).isoformat() if text.strip() else None
    except ValueError as error:
        raise InvalidValue(NO_DATE, text=text) from error


def parse_marks(text: str) -> list[int]:
    """Numbers of affiliations; raises InvalidValue."""
    try:
        return [int(mark) for mark in re.split(r"[,;\s]+", text) if mark]
    except ValueError as error:
        raise InvalidValue(NO_MARKS) from error


def parse_key(text: str) -> int | None:
    return parse_number(text) or None


def identifier_parser(normalise: Callable[[str], str]) -> Callable[[str], str]:
    return lambda text: normalise(text.strip()) if text.strip() else ""


def codes_parser(normalise: Callable[[str], str]) -> Callable[[str], list[str]]:
    """A parser of several codes with commas, semicolons or line breaks between them."""
    return lambda text: [
        normalise(code.strip()) for code in re.split(r"[;,\n]", text) if code.strip()
    ]


PARSERS: dict[str, Callable[[str], Any]] = {
    "text": clean_line,
    "area": clean_line,
    "html": clean_text,
    "terms": parse_terms,
    "irsti": codes_parser(identifiers.irsti),
    "udc": codes_parser(identifiers.udc),
    "doi": identifier_parser(identifiers.doi),
    "orcid": identifier_parser(identifiers.orcid),
    "date": parse_date,
    "country": typed_country,
    "marks": parse_marks,
    "check": bool,
    "choice": str,
    "key": parse_key,
}

"""Columns of a row as text, and whether what was read agrees with what is typed."""

from __future__ import annotations

from collections.abc import Iterator

from articles.admin.country_field import country_label
from articles.editing.rows import affiliation_columns, authorship_columns
from articles.records.cleaning import InvalidValue, clean_line
from articles.records.countries import typed_country
from articles.records.record import Affiliation, Authorship

from .form_rows import FormRow

SKIPPED = ("kind", "roles", "marks", "corresponding")  # of an author's columns
INITIAL_LENGTH = 4  # characters of a given name that may be one initial: `Shch.`


def author_values(author: Authorship) -> dict[str, str]:
    """The columns that are read, as text."""
    columns = authorship_columns(author).items()
    return {name: value for name, value in columns if name not in SKIPPED and value}


def affiliation_values(affiliation: Affiliation) -> dict[str, str]:
    values = {name: value for name, value in affiliation_columns(affiliation).items() if value}
    if affiliation.country:
        values["country"] = country_label(affiliation.country)
    return values


def marks_in(row: FormRow) -> Iterator[int]:
    """The numbers of affiliations in a row of authors."""
    signs = row.get("marks").replace(",", " ").replace(";", " ").split()
    return (int(sign) for sign in signs if sign.isascii() and sign.isdecimal())


def agrees(column: str, typed: str, read: str) -> bool:
    """Whether what was read says nothing else: `А.` for `Айгерім`, a country in other words."""
    if column == "country":
        return country_code(typed) == country_code(read)
    if column.startswith(("given_name", "patronymic")) and is_initial_of(read, typed):
        return True
    return clean_line(typed).casefold() == clean_line(read).casefold()


def is_initial_of(read: str, typed: str) -> bool:
    bare = read.rstrip(".")
    is_initial = read.endswith(".") and len(read) <= INITIAL_LENGTH
    return is_initial and typed.casefold().startswith(bare.casefold())


def country_code(text: str) -> str:
    try:
        return typed_country(text)
    except InvalidValue:
        return text

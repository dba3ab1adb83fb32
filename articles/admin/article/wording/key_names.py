"""What is named by a key in a record: issue, section, person, organisation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec
from django.db.models import QuerySet

from articles.models import Author, Issue, Organisation, Section

FIELDS = ("issue_id", "section_id", "author_id", "organisation_id")


class Names(msgspec.Struct, frozen=True):
    """By the last part of a path and the key; a key that is unknown by now is a number."""

    known: Mapping[tuple[str, int], str] = {}

    def of(self, field: str, key: int) -> str:
        return self.known.get((field, key), f"№ {key}")


NO_NAMES = Names()


def names_in(values: Iterable[tuple[str, Any]]) -> Names:
    """Of the values with the last part of their path; a query a table, where it is named at all."""
    keys: dict[str, set[int]] = {}
    for field, value in values:
        for part, key in keys_in(field, value):
            keys.setdefault(part, set()).add(key)
    return Names({(field, pk): name for field in keys for pk, name in named(field, keys[field])})


def keys_in(field: str, value: Any) -> Iterator[tuple[str, int]]:
    if isinstance(value, dict):
        for key, one in value.items():
            yield from keys_in(key, one)
    elif isinstance(value, list):
        for one in value:
            yield from keys_in(field, one)
    elif field in FIELDS and isinstance(value, int):
        yield field, value


def named(field: str, keys: set[int]) -> Iterator[tuple[int, str]]:
    for row in rows_of(field).filter(pk__in=keys):
        yield row.pk, f"{row.year}, {row.label}" if isinstance(row, Issue) else str(row)


def rows_of(field: str) -> QuerySet[Any]:
    tables: dict[str, Any] = {
        "issue_id": Issue,
        "section_id": Section,
        "author_id": Author,
        "organisation_id": Organisation,
    }
    rows: QuerySet[Any] = tables[field].objects.all()
    return rows

"""Names of the issues, sections, people and organisations that a record has as keys."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec
from django.db.models import QuerySet

from articles.models import Author, Issue, Organisation, Section

KEY_FIELDS = ("issue_id", "section_id", "author_id", "organisation_id")


class KeyNames(msgspec.Struct, frozen=True):
    """Names by field and key; a key that no longer exists is shown as `№ 5`."""

    known: Mapping[tuple[str, int], str] = {}

    def name(self, field: str, key: int) -> str:
        return self.known.get((field, key), f"№ {key}")


NO_NAMES = KeyNames()


def key_names_in(values: Iterable[tuple[str, Any]]) -> KeyNames:
    """Names of all keys in these values, each given with its field; one query a table at most."""
    keys: dict[str, set[int]] = {}
    for field, value in values:
        for key_field, key in keys_in(field, value):
            keys.setdefault(key_field, set()).add(key)
    return KeyNames(
        {(field, pk): name for field in keys for pk, name in names_of(field, keys[field])}
    )


def keys_in(field: str, value: Any) -> Iterator[tuple[str, int]]:
    """Field and key of every key in a tree of mappings and lists."""
    if isinstance(value, dict):
        for inner_field, inner_value in value.items():
            yield from keys_in(inner_field, inner_value)
    elif isinstance(value, list):
        for entry in value:
            yield from keys_in(field, entry)
    elif field in KEY_FIELDS and isinstance(value, int):
        yield field, value


def names_of(field: str, keys: set[int]) -> Iterator[tuple[int, str]]:
    for row in rows_of(field).filter(pk__in=keys):
        yield row.pk, f"{row.year}, {row.label}" if isinstance(row, Issue) else str(row)


def rows_of(field: str) -> QuerySet[Any]:
    models: dict[str, Any] = {
        "issue_id": Issue,
        "section_id": Section,
        "author_id": Author,
        "organisation_id": Organisation,
    }
    rows: QuerySet[Any] = models[field].objects.all()
    return rows

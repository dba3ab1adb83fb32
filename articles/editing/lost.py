"""People and organisations deleted since a record named them: what was printed stays, unlinked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec
from django.db.models import Model

from articles.models import Author, Organisation
from articles.records.record import Record


def without_lost(record: Record) -> Record:
    """A query a table, where the record names any of its rows."""
    people = lost(Author, (one.author_id for one in record.authors))
    places = lost(Organisation, (one.organisation_id for one in record.affiliations))
    if not (people or places):
        return record
    return msgspec.structs.replace(
        record,
        authors=tuple(unlinked(one, "author_id", people) for one in record.authors),
        affiliations=tuple(unlinked(one, "organisation_id", places) for one in record.affiliations),
    )


def lost(table: type[Model], keys: Iterable[int | None]) -> set[int]:
    asked = {key for key in keys if key is not None}
    if not asked:
        return set()
    return asked - set(table._default_manager.filter(pk__in=asked).values_list("pk", flat=True))


def unlinked(row: Any, field: str, gone: set[int]) -> Any:
    return msgspec.structs.replace(row, **{field: None}) if getattr(row, field) in gone else row

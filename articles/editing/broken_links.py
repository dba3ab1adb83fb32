"""People and organisations deleted since a record named them: what was printed stays, unlinked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec
from django.db.models import Model

from articles.models import Author, Organisation
from articles.records.record import Record


class BrokenLinks(msgspec.Struct, frozen=True):
    """Keys that a record names and that lead nowhere."""

    people: frozenset[int] = frozenset()
    places: frozenset[int] = frozenset()

    def unlink_from(self, record: Record) -> Record:
        if not (self.people or self.places):
            return record
        return msgspec.structs.replace(
            record,
            authors=tuple(unlinked(one, "author_id", self.people) for one in record.authors),
            affiliations=tuple(
                unlinked(one, "organisation_id", self.places) for one in record.affiliations
            ),
        )


def find_broken_links(record: Record) -> BrokenLinks:
    """A query a table, where the record names any of its rows."""
    return BrokenLinks(
        people=missing(Author, (one.author_id for one in record.authors)),
        places=missing(Organisation, (one.organisation_id for one in record.affiliations)),
    )


def missing(table: type[Model], keys: Iterable[int | None]) -> frozenset[int]:
    asked = frozenset(key for key in keys if key is not None)
    if not asked:
        return asked
    return asked - set(table._default_manager.filter(pk__in=asked).values_list("pk", flat=True))


def unlinked(row: Any, field: str, gone: frozenset[int]) -> Any:
    return msgspec.structs.replace(row, **{field: None}) if getattr(row, field) in gone else row

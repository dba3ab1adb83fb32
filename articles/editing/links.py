"""Links of a record to people and organisations: some are deleted, some merged into others.

Pages and forms show a merged person as the one that is kept. The article keeps the key that it
has, so that a merge rewrites nothing and can be undone.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from articles.models import Author, Organisation
from articles.queries.current_keys import author_keys, current_keys, organisation_keys
from articles.records.record import Record

Row = Any  # an Authorship or an Affiliation


class Links(msgspec.Struct, frozen=True):
    """The current key of every person and organisation that exists, by its key."""

    people: Mapping[int, int] = {}
    organisations: Mapping[int, int] = {}

    def unlink_deleted(self, record: Record) -> Record:
        """The record without links to rows that no longer exist; the printed names stay."""
        return replace_rows(
            record,
            [without_deleted(row, "author_id", self.people) for row in record.authors],
            [
                without_deleted(row, "organisation_id", self.organisations)
                for row in record.affiliations
            ],
        )

    def as_in(self, stored: Record, record: Record) -> Record:
        """The record with the keys of `stored`, wherever they lead to the same row."""
        return replace_rows(
            record,
            rows_as_in(stored.authors, record.authors, "author_id", self.people),
            rows_as_in(
                stored.affiliations, record.affiliations, "organisation_id", self.organisations
            ),
        )


def find_links(*records: Record) -> Links:
    """The links of these records; one query for each table that they link to."""
    return Links(
        people=current_keys(Author, (key for one in records for key in author_keys(one))),
        organisations=current_keys(
            Organisation, (key for one in records for key in organisation_keys(one))
        ),
    )


def without_deleted(row: Row, field: str, known: Mapping[int, int]) -> Row:
    key = getattr(row, field)
    is_deleted = key is not None and key not in known
    return msgspec.structs.replace(row, **{field: None}) if is_deleted else row


def rows_as_in(
    stored: tuple[Row, ...], rows: tuple[Row, ...], field: str, current: Mapping[int, int]
) -> list[Row]:
    """Each row with the key of the stored row at its place, or of any that leads to the same."""
    keys = [getattr(row, field) for row in stored]
    by_current = {current[key]: key for key in reversed(keys) if key in current}
    result = []
    for place, row in enumerate(rows):
        now = current.get(getattr(row, field), 0)
        at_place = keys[place] if place < len(keys) else None
        key = at_place if at_place and current.get(at_place) == now else by_current.get(now)
        result.append(row if key is None else with_key(row, field, key))
    return result


def with_key(row: Row, field: str, key: int) -> Row:
    return row if getattr(row, field) == key else msgspec.structs.replace(row, **{field: key})


def replace_rows(record: Record, authors: list[Row], affiliations: list[Row]) -> Record:
    return msgspec.structs.replace(record, authors=tuple(authors), affiliations=tuple(affiliations))

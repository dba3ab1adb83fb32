"""Keys of people and organisations in records, followed to the rows that they were merged into."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from articles.models.people import Author, Organisation
from articles.records.record import Record

Keys = Mapping[int, int]


def current_keys(table: type[Any], keys: Iterable[int | None]) -> dict[int, int]:
    """Return for each key the row's own key, or that of the row that it is merged into.

    A key without a row is left out. One query, none without keys.
    """
    linked = {key for key in keys if key is not None}
    if not linked:
        return {}
    rows = table._default_manager.filter(pk__in=linked).values_list("pk", "merged_into_id")
    return {pk: merged_into or pk for pk, merged_into in rows}


def with_current_keys(records: list[Record]) -> list[Record]:
    """The records with the people and organisations that theirs are now; two queries at most."""
    people = current_keys(Author, (key for record in records for key in author_keys(record)))
    return with_current_organisations([with_people(record, people) for record in records])


def with_current_organisations(records: list[Record]) -> list[Record]:
    """One query, none where no affiliation is linked."""
    keys = current_keys(
        Organisation, (key for record in records for key in organisation_keys(record))
    )
    return [with_organisations(record, keys) for record in records] if keys else records


def author_keys(record: Record) -> list[int | None]:
    return [author.author_id for author in record.authors]


def organisation_keys(record: Record) -> list[int | None]:
    return [affiliation.organisation_id for affiliation in record.affiliations]


def with_people(record: Record, keys: Keys) -> Record:
    """The record with other keys of its people; those that `keys` lacks stay."""
    rows = tuple(with_key(author, "author_id", keys) for author in record.authors)
    return record if rows == record.authors else msgspec.structs.replace(record, authors=rows)


def with_organisations(record: Record, keys: Keys) -> Record:
    rows = tuple(with_key(one, "organisation_id", keys) for one in record.affiliations)
    if rows == record.affiliations:
        return record
    return msgspec.structs.replace(record, affiliations=rows)


def with_key(row: Any, field: str, keys: Keys) -> Any:
    key = getattr(row, field)
    new = keys.get(key, key)
    return row if new == key else msgspec.structs.replace(row, **{field: new})

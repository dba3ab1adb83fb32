"""Links of a record to people and organisations that have been deleted."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec
from django.db.models import Model

from articles.models import Author, Organisation
from articles.records.record import Record


class BrokenLinks(msgspec.Struct, frozen=True):
    """Keys in a record whose rows no longer exist. The printed names stay, without the link."""

    people: frozenset[int] = frozenset()
    organisations: frozenset[int] = frozenset()

    def unlink_from(self, record: Record) -> Record:
        """The record without these links."""
        if not (self.people or self.organisations):
            return record
        return msgspec.structs.replace(
            record,
            authors=tuple(unlink(author, "author_id", self.people) for author in record.authors),
            affiliations=tuple(
                unlink(affiliation, "organisation_id", self.organisations)
                for affiliation in record.affiliations
            ),
        )


def find_broken_links(record: Record) -> BrokenLinks:
    """The broken links of a record; one query for each table that it links to."""
    return BrokenLinks(
        people=missing_keys(Author, (author.author_id for author in record.authors)),
        organisations=missing_keys(
            Organisation, (affiliation.organisation_id for affiliation in record.affiliations)
        ),
    )


def missing_keys(table: type[Model], keys: Iterable[int | None]) -> frozenset[int]:
    linked = frozenset(key for key in keys if key is not None)
    if not linked:
        return linked
    return linked - set(table._default_manager.filter(pk__in=linked).values_list("pk", flat=True))


def unlink(row: Any, field: str, deleted: frozenset[int]) -> Any:
    return msgspec.structs.replace(row, **{field: None}) if getattr(row, field) in deleted else row

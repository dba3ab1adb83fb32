"""The fields of one article that Crossref has otherwise than a deposit made now would say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

import msgspec
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.exports.crossref import write
from articles.exports.format import NotExportable, stamp
from articles.imports import Reading, read_crossref
from articles.records.field_labels import FIELD_LABELS
from articles.records.languages import prefer
from articles.records.markup import flat
from articles.records.names import inverted_name
from articles.records.pages import pages_of
from articles.records.record import Authorship, Record
from articles.records.urls import resource_url

STAMP = stamp(datetime(2000, 1, 1, tzinfo=UTC))  # what is compared does not have it
LABELS: dict[str, str | Promise] = {
    **FIELD_LABELS,
    "pages": _("pages"),
    "address": _("address to which the DOI leads"),
}
SIGNS = re.compile(r"[\W_]+")


class FieldDifference(msgspec.Struct, frozen=True):
    """`field` is a field of the record, or `address`."""

    field: str
    registered: str
    here: str

    @property
    def label(self) -> str:
        return str(LABELS[self.field])


def differences(registered: Reading, record: Record) -> list[FieldDifference]:
    """What is registered otherwise. A title or name is the same if any language here has it."""
    own = as_deposited(record)
    return [
        FieldDifference(field, there, here)
        for field, there, here in (
            ("title", *titles(registered.record, (record, own))),
            ("authors", *authors(registered.record, (record, own))),
            ("published_on", *days(registered.record.published_on, own.published_on)),
            ("accepted_on", *days(registered.record.accepted_on, own.accepted_on)),
            ("pages", pages(registered.record), pages(own)),
            ("address", *addresses(registered.address, resource_url(record))),
        )
        if there != here
    ]


def as_deposited(record: Record) -> Record:
    """The record as a deposit would give it; the record itself if it cannot be deposited."""
    try:
        content = b"".join(write([with_depositor(record)], STAMP))
    except NotExportable:
        return record
    (reading,) = read_crossref(content, record.language)
    return reading.record


def with_depositor(record: Record) -> Record:
    """The record with a depositor, which a deposit needs and a comparison does not."""
    if record.journal is None:
        return record
    journal = msgspec.structs.replace(
        record.journal,
        depositor_name="-",
        depositor_email="deposits@example.org",
        registrant=record.journal.registrant or "-",
    )
    return msgspec.structs.replace(record, journal=journal)


def titles(registered: Record, own: Iterable[Record]) -> tuple[str, str]:
    """The titles that are not here, and the titles here; empty if there is no such."""
    here = {line(title): None for record in own for title in record.title.values()}
    other = [title for each in registered.title.values() if (title := line(each)) not in here]
    return (" / ".join(other), " / ".join(here)) if other else ("", "")


def line(title: str) -> str:
    return " ".join(flat(title).split())


def authors(registered: Record, own: tuple[Record, Record]) -> tuple[str, str]:
    """The names in order; empty if each author has a registered name here."""
    people = list(zip(*(record.authors for record in own), strict=False))
    is_same = len(people) == len(registered.authors) and all(
        keys(author) & (keys(one) | keys(other))
        for author, (one, other) in zip(registered.authors, people, strict=True)
    )
    return ("", "") if is_same else (names(registered), names(own[0]))


def keys(author: Authorship) -> set[str]:
    """The forms of a name without spaces, points and commas."""
    return {SIGNS.sub("", name) for name in forms(author)}


def forms(author: Authorship) -> Iterator[str]:
    yield from author.collective.values()
    yield from map(inverted_name, author.names.values())


def names(record: Record) -> str:
    return ", ".join(
        prefer(author.collective, record.language)
        if author.collective
        else next(iter(forms(author)), "")
        for author in record.authors
    )


def days(registered: object, here: object) -> tuple[str, str]:
    """The days; empty if no whole day is registered."""
    return (str(registered), str(here or "")) if registered else ("", "")


def addresses(registered: str, here: str) -> tuple[str, str]:
    """The addresses; empty if the file does not say what is registered."""
    return (registered, here) if registered else ("", "")


def pages(record: Record) -> str:
    return ", ".join(pages_of(record).ranges) or record.article_number

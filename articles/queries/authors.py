"""The public articles of an author, and codes of authors in other databases."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from articles.models.listing import Listing
from articles.models.people import Author
from articles.records.record import Authorship, Record

ARTICLES = 500  # on one page

# SPIN, Scopus Author ID and ResearcherID, with their columns.
CODES = {"spin": "spin", "scopus": "scopus_id", "researcher": "researcher_id"}


def articles_by_author(author_id: int) -> list[Listing]:
    """The author's public articles, newest first, each with its issue."""
    return list(Listing.objects.listable().by_author(author_id).for_index()[:ARTICLES])


class KnownPerson(msgspec.Struct, frozen=True):
    """The person that a key leads to now: the row of the key, or the one that it is merged into."""

    key: int
    codes: dict[str, str]


def with_known_people(records: list[Record]) -> list[Record]:
    """The records with the current keys and codes of their people: one query, or none."""
    keys = {author.author_id for record in records for author in record.authors if author.author_id}
    people = dict(known_people(keys)) if keys else {}
    return [with_people_of(record, people) for record in records] if people else records


def known_people(keys: set[int]) -> Iterator[tuple[int, KnownPerson]]:
    """Yield the authors who have codes or are merged into another, after the key asked for."""
    own = tuple(CODES.values())
    kept = tuple(f"merged_into__{column}" for column in own)
    rows = Author.objects.filter(pk__in=keys).values_list("pk", "merged_into_id", *own, *kept)
    for pk, merged_into, *values in rows:
        codes = values[len(own) :] if merged_into else values[: len(own)]
        if merged_into or any(codes):
            filled = {name: value for name, value in zip(CODES, codes, strict=True) if value}
            yield pk, KnownPerson(merged_into or pk, filled)


def with_people_of(record: Record, people: dict[int, KnownPerson]) -> Record:
    if not any(author.author_id in people for author in record.authors):
        return record
    authors = tuple(with_person(author, people) for author in record.authors)
    return msgspec.structs.replace(record, authors=authors)


def with_person(author: Authorship, people: dict[int, KnownPerson]) -> Authorship:
    person = people.get(author.author_id) if author.author_id else None
    if person is None:
        return author
    codes = person.codes or author.codes
    return msgspec.structs.replace(author, author_id=person.key, codes=codes)

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


def with_codes(records: list[Record]) -> list[Record]:
    """The records with the codes of their authors: one query for all, or none without authors."""
    keys = {author.author_id for record in records for author in record.authors if author.author_id}
    codes = dict(author_codes(keys)) if keys else {}
    return [with_codes_of(record, codes) for record in records] if codes else records


def author_codes(keys: set[int]) -> Iterator[tuple[int, dict[str, str]]]:
    """By key, the codes of each author who has one at least."""
    for pk, *values in Author.objects.filter(pk__in=keys).values_list("pk", *CODES.values()):
        if any(values):
            yield pk, {name: value for name, value in zip(CODES, values, strict=True) if value}


def with_codes_of(record: Record, codes: dict[int, dict[str, str]]) -> Record:
    if not any(author.author_id in codes for author in record.authors):
        return record
    authors = tuple(author_with_codes(author, codes) for author in record.authors)
    return msgspec.structs.replace(record, authors=authors)


def author_with_codes(author: Authorship, codes: dict[int, dict[str, str]]) -> Authorship:
    own_codes = codes.get(author.author_id) if author.author_id else None
    return msgspec.structs.replace(author, codes=own_codes) if own_codes else author

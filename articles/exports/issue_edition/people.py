"""The authors of an issue: bylines for its contents, and an index in each language."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from articles.records.collation import sort_key
from articles.records.languages import Language, prefer, preferred_language
from articles.records.markup import flat
from articles.records.names import family_first, full_name
from articles.records.record import Authorship, Record


class IndexEntry(msgspec.Struct, frozen=True):
    """An author, with the places of the articles in the issue, from 0."""

    name: str
    language: Language  # of the name
    articles: tuple[int, ...]


def byline(record: Record, code: Language) -> str:
    """Return the authors with initials: `Есеркепова Ж.О., Тулегенова У.С.`"""
    return ", ".join(filter(None, (short_name(each, record, code) for each in record.authors)))


def short_name(author: Authorship, record: Record, code: Language) -> str:
    found = language_of(author, record, code)
    if found in author.names:
        return family_first(author.names[found])
    return flat(author.collective.get(found, ""))


def language_of(author: Authorship, record: Record, code: Language) -> Language:
    """Return the language in which to print a name: the wanted one, else the article's."""
    names = author.collective if author.kind == "organisation" else author.names
    return preferred_language(names, code, record.language) or record.language


def author_index(records: Sequence[Record], code: Language) -> list[IndexEntry]:
    """Return the authors in alphabetical order; equal names are one entry."""
    places: dict[tuple[str, Language], list[int]] = defaultdict(list)
    for place, record in enumerate(records):
        for key in dict.fromkeys(index_names(record, code)):
            places[key].append(place)
    entries = (IndexEntry(name, language, tuple(at)) for (name, language), at in places.items())
    return sorted(entries, key=lambda entry: (sort_key(entry.name, code), entry.name))


def index_names(record: Record, code: Language) -> Iterator[tuple[str, Language]]:
    for author in record.authors:
        found = language_of(author, record, code)
        if found in author.names:
            # The family name first in every language, by which the index is sorted.
            yield full_name(author.names[found], "ru"), found
        elif author.collective:
            yield flat(prefer(author.collective, found)), found

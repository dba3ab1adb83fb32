"""Turns a record into a PostgreSQL tsvector: keys with their positions and weights.

The result is in PostgreSQL's notation, `'kkдала':1A,7B 'ruстепь':12A`, so that no text search
configuration of the server is involved.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from articles.records.body import plain_body
from articles.records.languages import Language
from articles.records.markup import plain
from articles.records.names import Name
from articles.records.names import initials as written_initials
from articles.records.record import Authorship, Record, Reference
from articles.records.scripts import language_by_letters
from articles.search.initials import initial_codes
from articles.search.letter_repair import repaired_words
from articles.search.word_keys import Keys, word_keys

# Limits of PostgreSQL: 1 MB a vector, positions up to 16,383, 255 positions a lexeme. The size is
# counted in bytes and kept below the limit; words beyond the last position are found, but not in
# phrases.
MOST_BYTES = 900_000
LAST_PLACE, PLACES = 16_383, 255
MOST_CHARACTERS = {"body": 400_000, "references": 200_000, "field": 50_000}

GAP = 8  # positions between two texts, so that no phrase spans both
DOI, ORCID = "do", "or"  # tags of codes, which match exactly
TITLE = "ti"  # before a key: the word is in a title, which the index can tell without the row


class Part(msgspec.Struct, frozen=True):
    """A text of the record with the weight of its words; short texts also get folded keys."""

    text: str
    weight: str
    language: Language | None = None
    has_folded: bool = True


def vector_of(record: Record, has_body: bool = True) -> str:
    """The vector of a record. Important texts come first, since the end may be cut off."""
    vector = Vector()
    for code, weight in exact(record):
        vector.add_exact(code, weight)
    for part in parts(record, has_body):
        vector.add(part)
    return vector.written()


def parts(record: Record, has_body: bool) -> Iterator[Part]:
    """The texts: title with weight A; keywords, authors and abstract B; body C; references D."""
    for code, title in record.title.items():
        yield Part(cut(plain(title), "field"), "A", code)
    for author in record.authors:
        yield from (Part(cut(name, "field"), "B") for name in spellings(author))
    for code, terms in record.keywords.items():
        yield from (Part(cut(plain(term), "field"), "B", code) for term in terms)
    for code, abstract in record.abstract.items():
        yield Part(cut(plain(abstract), "field"), "B", code)
    if has_body and record.body:
        yield Part(cut(plain_body(record.body), "body"), "C", record.language, has_folded=False)
    yield from references(record.references)


def spellings(author: Authorship) -> Iterator[str]:
    """An author in every language: full name and initials, family name first and last."""
    for name in author.names.values():
        yield from orders(name)
    yield from author.collective.values()


def orders(name: Name) -> Iterator[str]:
    """The family name between the other names, so that a phrase in either order matches; also the
    first name alone with the family name.
    """
    for before in (f"{name.given} {name.patronymic}", initials(name)):
        others = before.replace(".", " ").split()
        yield " ".join([*others, name.family, *others])
        if len(others) > 1:
            yield f"{others[0]} {name.family}"
    if name.suffix:  # King Jr.; beside the name, so that it is found without its suffix too
        yield f"{name.family} {name.suffix}"


def initials(name: Name) -> str:
    """The initials without full stops, also by the first letter alone: for Zhanar both Zh and Z."""
    first = [word[0] for word in f"{name.given} {name.patronymic}".replace(".", " ").split()]
    return " ".join(dict.fromkeys((*written_initials(name).replace(".", " ").split(), *first)))


def references(listed: Iterable[Reference]) -> Iterator[Part]:
    """References as printed and romanized, each in the language that its letters suggest."""
    left = MOST_CHARACTERS["references"]
    for reference in listed:
        for text in dict.fromkeys(filter(None, (reference.text, reference.romanized))):
            if (left := left - len(text)) < 0:
                return
            yield Part(text, "D", language_by_letters(text), has_folded=False)


def exact(record: Record) -> Iterator[tuple[str, str]]:
    """Codes with their weights: DOI and ORCID iDs of the article, then DOIs of its references."""
    if record.doi:
        yield DOI + record.doi.lower(), "A"
    for author in record.authors:
        if author.orcid:
            yield ORCID + author.orcid.lower(), "B"
        yield from ((code, "B") for code in initial_codes(author))
    for reference in record.references:
        if reference.doi:
            yield DOI + reference.doi.lower(), "D"


def cut(text: str, kind: str) -> str:
    return text[: MOST_CHARACTERS[kind]]


class Vector:
    """Collects lexemes up to the limits of one vector."""

    def __init__(self) -> None:
        self.places: dict[str, list[str]] = {}
        self.place = 1
        self.left = MOST_BYTES

    def add_exact(self, code: str, weight: str) -> None:
        """Add a code, quoted: only codes have characters that are special to PostgreSQL."""
        self.put((quoted(code),), f"{self.place}{weight}")
        self.place += GAP

    def add(self, part: Part) -> None:
        weight, language, has_folded = part.weight, part.language, part.has_folded
        if weight == "A":
            self.add_title(part)
        place, put = self.place, self.put
        for word in repaired_words(part.text):
            found = word_keys(word, language)
            at = place if place < LAST_PLACE else LAST_PLACE
            put(found.keys, f"{at}{weight}")
            if has_folded and found.folded:
                put(found.folded, f"{at}D")
            if found.parts:
                self.add_pieces(found, weight, has_folded, place)
                place += len(found.parts) - 1
            place += 1
        self.place = place + GAP

    def add_pieces(self, found: Keys, weight: str, has_folded: bool, place: int) -> None:
        for at, (_start, _end, piece) in enumerate(found.parts, place):
            self.put(piece.keys, f"{min(at, LAST_PLACE)}{weight}")
            if has_folded:
                self.put(piece.folded, f"{min(at, LAST_PLACE)}D")

    def add_title(self, part: Part) -> None:
        for word in repaired_words(part.text):
            for found in (read := word_keys(word, part.language), *(one[2] for one in read.parts)):
                self.put([TITLE + key for key in found.keys + found.folded], "1D")

    def put(self, keys: Iterable[str], where: str) -> None:
        """Add a position for each key, while there is room.

        A position takes two bytes; a new key takes its letters, its entry and their alignment.
        """
        places = self.places
        for key in keys:
            if key in places:
                known = places[key]
                if len(known) < PLACES and self.left > 0:
                    self.left -= 2
                    known.append(where)
            else:
                self.left -= 3 * len(key) + 8
                if self.left > 0:
                    places[key] = [where]

    def written(self) -> str:
        return " ".join([f"'{key}':{','.join(places)}" for key, places in self.places.items()])


def quoted(key: str) -> str:
    return key.replace("\\", "\\\\").replace("'", "''")

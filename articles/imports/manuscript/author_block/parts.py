"""Where one language of an author block ends and the next begins: the same people come again."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import msgspec

from articles.imports.manuscript.authors.bylines import parse_byline
from articles.imports.manuscript.authors.surnames import comparable, is_same_surname
from articles.imports.manuscript.classify.layout import Layout
from articles.imports.manuscript.header.header import without_label
from articles.imports.manuscript.header.languages import CYRILLIC
from articles.imports.manuscript.language import detect_language, journal_language
from articles.records.languages import Language
from articles.records.names import Name, parse_name
from articles.records.romanization import romanize

MOST_PARTS = 6
ORGANISATION_TYPES = ("affiliation", "continuation", "degree")
# First letters that different romanizations of one name begin with.
ALIKE = str.maketrans(
    {**dict.fromkeys("aeiouy", "a"), **dict.fromkeys("kqghxc", "k"), "w": "v", "j": "z"}
)


class PrintedPerson(msgspec.Struct, frozen=True):
    """A name as it can be compared with the same name in another language."""

    surname: str
    initials: str  # of the surname too
    is_cyrillic: bool


def part_starts(layout: Layout) -> list[int]:
    """Return the places at which the languages of a block begin; empty without any names."""
    starts: list[int] = []
    people: list[PrintedPerson] = []  # of the part so far
    last = -1  # the place of the byline before
    for at in range(len(layout)):
        names = [printed_person(name) for name in names_at(layout, at)]
        if not names:
            continue
        if not starts:
            starts, people = [0], names
        elif len(starts) < MOST_PARTS and _is_repeated(names, people, is_below=last == at - 1):
            starts.append(_with_lines_above(layout, starts, at))
            people = names
        else:
            people += names
        last = at
    return starts


def names_at(layout: Layout, at: int) -> Iterator[str]:
    """The names of a byline, as printed."""
    if layout.line_type(at) == "byline":
        byline = parse_byline(without_label(layout, at))
        yield from (person.name for person in byline.people) if byline else ()


def printed_person(name: str) -> PrintedPerson:
    """The comparable form of a printed name."""
    language = journal_language(detect_language(name, of_names=True)) or "en"
    return comparable_person(parse_name(name, language), language)


def comparable_person(name: Name, language: Language) -> PrintedPerson:
    """The comparable form of a name in one language."""
    parts = (name.family, name.given, name.patronymic)
    return PrintedPerson(
        comparable(name.family, language),
        "".join(_first_letter(part, language) for part in parts if part),
        is_cyrillic=bool(CYRILLIC.search(name.family)),
    )


def _first_letter(word: str, language: Language) -> str:
    latin = word[:1]
    if not latin.isascii():
        latin = romanize(latin, "kk" if language == "kk" else "ru", "bgn_pcgn")
    return unicodedata.normalize("NFKD", latin.lower())[:1].translate(ALIKE)


def is_same_person(one: PrintedPerson, other: PrintedPerson) -> bool:
    """Whether two names can be one person's: the surname agrees, and no initial contradicts."""
    pairs = zip(one.initials, other.initials, strict=False)
    return all(a == b for a, b in pairs) and is_same_surname(one.surname, other.surname)


def _is_repeated(
    names: list[PrintedPerson], people: list[PrintedPerson], *, is_below: bool
) -> bool:
    """Whether a byline names the people of the part again, or as many in other letters.

    `is_below`: no other line is between, so names in another order may go on with the list.
    """
    if is_same_person(names[0], people[0]):
        return True
    if not 1 < len(names) <= len(people):
        return False
    letters = {name.is_cyrillic for name in names}
    if letters.isdisjoint(person.is_cyrillic for person in people) and len(names) == len(people):
        return True
    return not is_below and all(
        any(is_same_person(name, person) for person in people) for name in names
    )


def _with_lines_above(layout: Layout, starts: list[int], at: int) -> int:
    """Where the part of a byline begins: above it, if the first part has organisations first."""
    if layout.line_type(0) not in ORGANISATION_TYPES:
        return at
    while at - 1 > starts[-1] and layout.line_type(at - 1) in ORGANISATION_TYPES:
        at -= 1
    return at

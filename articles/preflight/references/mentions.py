"""People and works mentioned in the text, compared with the reference list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _
from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from articles.records.base import Value
from articles.records.findings import Finding, Level

from ..messages import fill, spot_in
from ..subject import Subject

LARGE = "А-ЯЁӘҒҚҢӨҰҮҺІA-Z"
SMALL = "а-яёәғқңөұүһіa-z"
FAMILY = rf"[{LARGE}][{SMALL}]+(?:-[{LARGE}][{SMALL}]+)?"
INITIALS = rf"[{LARGE}][{SMALL}]?\.\s?(?:[{LARGE}][{SMALL}]?\.)?"
BEFORE = re.compile(rf"(?<!\w)({INITIALS})\s?({FAMILY})")
AFTER = re.compile(rf"(?<!\w)({FAMILY})\s({INITIALS})")
# A title in quotation marks and an imprint behind it: «…» - Астана: Елорда, 2000.
WORK = re.compile(
    rf"«([^»]{{15,200}})»\s?[-–—.,]*\s?[{LARGE}][\w.]*\s?[:,][^«»\n]{{0,40}}?(?:19|20)\d\d"
)

ALIKE = 0.8
ENDING = 2  # letters that a case changes
LISTED = 75  # fuzz.partial_ratio of a title with the list
LETTERS_AT_LEAST = 6


class Person(Value, frozen=True):
    family: str
    initials: str
    start: int = 0
    end: int = 0


def check_names_in_text(subject: Subject) -> Iterator[Finding]:
    """A person in the text whose name is nearly one of the list, with the same initials."""
    listed = {
        person: place
        for place, reference in reversed(list(enumerate(subject.record.references, 1)))
        for person in people(reference.text)
    }
    seen: set[str] = set()
    for person in people(subject.body) if listed else ():
        if person.family in seen or any(is_form(person.family, other.family) for other in listed):
            continue
        seen.add(person.family)
        if other := _misspelt(person, list(listed)):
            yield Finding(
                Level.WARNS,
                "body",
                subject.record.language,
                fill(
                    _("“%(name)s” in the text, “%(listed)s” in entry %(place)d of the list."),
                    name=person.family,
                    listed=other.family,
                    place=listed[other],
                ),
                _("Compare with the source."),
                spot=spot_in(subject.body, person.start, person.end),
            )


def check_works_named(subject: Subject) -> Iterator[Finding]:
    """A work that the text gives with its imprint and the list does not have."""
    entries = [reference.text for reference in subject.record.references]
    for match in WORK.finditer(subject.body) if entries else ():
        title = match[1].casefold()
        if max(fuzz.partial_ratio(title, entry.casefold()) for entry in entries) < LISTED:
            yield Finding(
                Level.NOTES,
                "body",
                subject.record.language,
                fill(
                    _("“%(title)s” is mentioned in the text but is not in the list."),
                    title=match[1],
                ),
                _("Add it to the list if the article relies on it."),
                spot=spot_in(subject.body, match.start(), match.end()),
            )


def people(text: str) -> Iterator[Person]:
    """People by family name and initials: К.Р. Хаджи and Хаджи К. Р. are one person."""
    for match in BEFORE.finditer(text):
        yield Person(match[2], _letters(match[1]), *match.span())
    for match in AFTER.finditer(text):
        yield Person(match[1], _letters(match[2]), *match.span())


def is_form(family: str, other: str) -> bool:
    """Whether one is a case form of the other: Тоқаевтың, Иванова, Ивановой."""
    short, long = sorted((family, other), key=len)
    return long.startswith(short[: max(3, len(short) - ENDING)])


def _misspelt(person: Person, listed: list[Person]) -> Person | None:
    for other in listed:
        length = len(other.family)
        if min(length, len(person.family)) < LETTERS_AT_LEAST or person.initials != other.initials:
            continue
        heads = (person.family[:cut] for cut in {length - 1, length, length + 1})
        if max(Levenshtein.normalized_similarity(head, other.family) for head in heads) >= ALIKE:
            return other
    return None


def _letters(initials: str) -> str:
    return re.sub(r"[\s.]", "", initials)

"""One language's authors and organisations, and who belongs where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

import msgspec

from articles.imports.manuscript.authors.affiliation_lines import Organisation, is_degree
from articles.imports.manuscript.authors.bylines import Byline, Person
from articles.imports.manuscript.authors.contacts import emails, orcids
from articles.imports.manuscript.header.header import Header
from articles.imports.manuscript.lines.paragraph import Paragraph
from articles.records.languages import Language


@dataclass
class Voice:
    """One language's authors and organisations, in the order of print."""

    language: Language
    people: list[Person] = field(default_factory=list)
    organisations: list[Organisation] = field(default_factory=list)
    belongs: list[list[int]] = field(default_factory=list)  # of each author, by order of print
    is_marked: bool = False


def voice_of(language: Language, header: Header) -> Voice:
    """Authors of a header with their organisations: by marks, else by who stands above whom."""
    voice = Voice(language)
    voice.people = list(_people(header))
    voice.organisations, places = _each_once(header.organisations)
    signs = _signs(header.organisations, places)
    voice.is_marked = any(person.marks.signs for person in voice.people)
    if voice.is_marked:
        voice.belongs = [_by_marks(person, signs, voice) for person in voice.people]
    else:
        voice.belongs = _by_order(header, voice, places)
    return voice


def _people(header: Header) -> Iterator[Person]:
    """The authors; what stands below a lone name and above the next is that person's."""
    lone = sum(len(line.people) for line in header.bylines) == 1 or _are_apart(header)
    for at, byline in enumerate(header.order):
        if not isinstance(byline, Byline):
            continue
        below: list[Paragraph] = []
        for each in header.order[at + 1 :]:
            if isinstance(each, Byline):
                break
            below += [each] if isinstance(each, Paragraph) else []
        alone = lone and len(byline.people) == 1
        yield from (_with_own(byline, below),) if alone else byline.people


def _are_apart(header: Header) -> bool:
    """Names that each have their own lines below, not one byline over several lines."""
    neighbours = pairwise(header.order)
    together = any(isinstance(a, Byline) and isinstance(b, Byline) for a, b in neighbours)
    return len(header.bylines) > 1 and not together


def _with_own(byline: Byline, below: list[Paragraph]) -> Person:
    """One author with the degrees and addresses below the name."""
    text = " ".join(each.text for each in below if not each.text.startswith(("*", "✉")))
    degrees = [*byline.degrees, *(each.text for each in below if is_degree(each))]
    person = byline.people[0]
    return msgspec.structs.replace(
        person,
        emails=person.emails or tuple(emails(text)[:1]),
        orcids=person.orcids or tuple(orcids(text)[:1]),
        degree=", ".join(degrees),
        lines=person.lines + tuple(number for each in below for number in each.lines),
    )


def _each_once(organisations: list[Organisation]) -> tuple[list[Organisation], dict[int, int]]:
    """The organisations without those printed twice, and where each went."""
    kept: list[Organisation] = []
    places: dict[int, int] = {}
    for at, organisation in enumerate(organisations):
        same = next((i for i, each in enumerate(kept) if _is_same(each, organisation)), None)
        places[at] = len(kept) if same is None else same
        if same is None:
            kept.append(organisation)
    return kept, places


def _is_same(one: Organisation, other: Organisation) -> bool:
    return one.name.casefold() == other.name.casefold()


def _signs(organisations: list[Organisation], places: dict[int, int]) -> dict[str, int]:
    return {
        sign: places[at]
        for at, organisation in enumerate(organisations)
        for sign in organisation.signs
    }


def _by_marks(person: Person, signs: dict[str, int], voice: Voice) -> list[int]:
    found = [signs[sign] for sign in person.marks.signs if sign in signs]
    if not found and len(voice.organisations) == 1:
        return [0]
    if not found and not signs:
        numbers = [int(sign) - 1 for sign in person.marks.signs if sign.isdigit()]
        return [number for number in numbers if 0 <= number < len(voice.organisations)]
    return list(dict.fromkeys(found))


def _by_order(header: Header, voice: Voice, places: dict[int, int]) -> list[list[int]]:
    """One organisation is everybody's; else each stands below its authors."""
    count = len(voice.organisations)
    if count < 2 or len(voice.people) == 1:
        return [list(range(count)) for _person in voice.people]
    belongs: list[list[int]] = []
    waiting: list[int] = []
    at = 0
    closed = True
    for each in header.order:
        if isinstance(each, Byline):
            waiting = [] if closed else waiting
            waiting += range(len(belongs), len(belongs) + len(each.people))
            belongs += [[] for _person in each.people]
            closed = False
        elif isinstance(each, Organisation):
            for person in waiting:
                belongs[person].append(places.get(at, 0))
            at, closed = at + 1, True
    if len(header.bylines) == 1:
        return _one_each(voice)
    return [list(dict.fromkeys(found)) for found in belongs]


def _one_each(voice: Voice) -> list[list[int]]:
    """As many organisations as authors, without marks: in order; otherwise nobody can tell."""
    if len(voice.people) == len(voice.organisations):
        return [[at] for at in range(len(voice.people))]
    return [[] for _person in voice.people]

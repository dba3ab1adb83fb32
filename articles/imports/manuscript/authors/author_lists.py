"""The authors of one language with their affiliation lines, and who belongs to which."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise, takewhile

from msgspec.structs import replace

from articles.imports.manuscript.authors.affiliation_lines import AffiliationLine, is_degree
from articles.imports.manuscript.authors.bylines import Byline, Person
from articles.imports.manuscript.authors.contacts import find_emails, find_orcids
from articles.imports.manuscript.authors.marks import Marks
from articles.imports.manuscript.header.header import Header
from articles.imports.manuscript.lines.paragraph import Paragraph
from articles.records.languages import Language


@dataclass
class AuthorList:
    """One language's authors and affiliations, both in printed order.

    `affiliation_places` holds for each author the places (0, 1 …) of the author's affiliations.
    """

    language: Language
    people: list[Person]
    affiliations: list[AffiliationLine]
    affiliation_places: list[list[int]]
    is_marked: bool


def build_author_list(language: Language, header: Header) -> AuthorList:
    """Return the authors of a header with their affiliations: by marks, else by printed order."""
    affiliations, places = _each_once(header.affiliations)
    signs = ((sign, at) for line, at in zip(header.affiliations, places, strict=True)
             for sign in line.signs)  # fmt: skip
    places_by_sign = dict(signs)
    people = list(_people(header))
    if any(sign.startswith("*") for sign in places_by_sign):
        people = list(map(_with_stars_as_signs, people))
    people = [_with_details_of_mark(person, people, header) for person in people]
    is_marked = any(person.marks.signs for person in people)
    count = len(affiliations)
    own_places = (
        [_places_by_marks(person, places_by_sign, count) for person in people]
        if is_marked
        else _places_by_order(header, people, places)
    )
    return AuthorList(language, people, affiliations, own_places, is_marked)


def _with_stars_as_signs(person: Person) -> Person:
    """Where stars number the organisations, a single one marks no corresponding author."""
    signs = person.marks.signs or ("*",) * person.marks.star
    return replace(person, marks=Marks(signs))


def _with_details_of_mark(person: Person, people: list[Person], header: Header) -> Person:
    """With the posts, the star and the only ORCID on the lines of marks that no other has."""
    others = {sign for other in people if other is not person for sign in other.marks.signs}
    own = set(person.marks.signs) - others
    lines = [line for line in header.affiliations if own.intersection(line.signs)]
    degree = ", ".join(filter(None, [person.degree, *(line.degree for line in lines)]))
    star = person.marks.star or any(line.star for line in lines)
    person = replace(person, marks=Marks(person.marks.signs, star))
    orcids = tuple(orcid for line in lines for orcid in line.orcids)
    if person.orcids or len(orcids) != 1:
        return replace(person, degree=degree)
    numbers = tuple(number for line in lines for number in line.lines)
    return replace(person, degree=degree, orcids=orcids, lines=person.lines + numbers)


def _people(header: Header) -> Iterator[Person]:
    """The authors; lines between one name and the next belong to the first of the two."""
    people_count = sum(len(byline.people) for byline in header.bylines)
    has_own_lines = people_count == 1 or _are_apart(header)
    for at, byline in enumerate(header.printed_order):
        if not isinstance(byline, Byline):
            continue
        others = [person for each in header.bylines if each is not byline for person in each.people]
        below = takewhile(lambda line: not isinstance(line, Byline), header.printed_order[at + 1 :])
        own = [
            each for each in below if isinstance(each, Paragraph) and not _names_any(each, others)
        ]
        if has_own_lines and len(byline.people) == 1:
            yield _with_lines_below(byline.people[0], own)
        else:
            yield from byline.people


def _names_any(line: Paragraph, people: list[Person]) -> bool:
    return any(max(person.name.split(), key=len) in line.text for person in people)


def _are_apart(header: Header) -> bool:
    """Whether each name has its own lines below; else it is one byline over several lines."""
    neighbours = pairwise(header.printed_order)
    together = any(isinstance(a, Byline) and isinstance(b, Byline) for a, b in neighbours)
    return len(header.bylines) > 1 and not together


def _with_lines_below(person: Person, below: list[Paragraph]) -> Person:
    """The only author of a byline with the degrees, e-mail and ORCID below the name."""
    text = " ".join(line.text for line in below if not line.text.startswith(("*", "✉")))
    degrees = [person.degree, *(line.text for line in below if is_degree(line))]
    return replace(
        person,
        emails=person.emails or tuple(find_emails(text)[:1]),
        orcids=person.orcids or tuple(find_orcids(text)[:1]),
        degree=", ".join(filter(None, degrees)),
        lines=person.lines + tuple(number for line in below for number in line.lines),
    )


def _each_once(printed: list[AffiliationLine]) -> tuple[list[AffiliationLine], list[int]]:
    """The affiliations without repetitions, and the place of each printed line among them."""
    names = [line.name.casefold() for line in printed]
    unique = list(dict.fromkeys(names))
    return [printed[names.index(name)] for name in unique], [unique.index(name) for name in names]


def _places_by_marks(person: Person, places_by_sign: dict[str, int], count: int) -> list[int]:
    """The places that an author's marks name; unmarked affiliations are counted from 1."""
    places = [places_by_sign[sign] for sign in person.marks.signs if sign in places_by_sign]
    if not places and count == 1:
        return [0]
    if not places and not places_by_sign:
        numbers = [int(sign) - 1 for sign in person.marks.signs if sign.isdigit()]
        return [number for number in numbers if 0 <= number < count]
    return list(dict.fromkeys(places))


def _places_by_order(header: Header, people: list[Person], places: list[int]) -> list[list[int]]:
    """Without marks: a single affiliation is everybody's, else each is beside its authors."""
    count = len(set(places))
    if count < 2 or len(people) == 1:
        return [list(range(count)) for _person in people]
    if len(header.bylines) == 1:  # as many, in order; any other number is unknown
        return [[at] if count == len(people) else [] for at in range(len(people))]
    lines = (line for line in header.printed_order if not isinstance(line, Paragraph))
    groups = [list(members) for _type, members in groupby(lines, key=type)]
    side = -1 if isinstance(groups[0][0], AffiliationLine) else 1  # above its authors, or below
    numbers = iter(places)
    places_of_groups = {
        at: [next(numbers) for line in group if isinstance(line, AffiliationLine)]
        for at, group in enumerate(groups)
    }
    return [
        list(dict.fromkeys(places_of_groups.get(at + side, [])))
        for at, group in enumerate(groups)
        for byline in group
        if isinstance(byline, Byline)
        for _person in byline.people
    ]

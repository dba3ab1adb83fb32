"""Bylines: the names in a line of authors, with their marks and what is said of each person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import msgspec

from articles.imports.manuscript.authors.contacts import find_emails, find_orcids, strip_contacts
from articles.imports.manuscript.authors.marks import (
    SIGN,
    Marks,
    read_marks,
    with_marks,
    with_plain_marks,
)
from articles.imports.manuscript.authors.names import NameLikelihood, is_initials, name_likelihood
from articles.imports.manuscript.authors.person_details import is_detail, split_details
from articles.imports.manuscript.lines.paragraph import Paragraph

COMMA = re.compile(r"\s*,\s*(?:and|және|и)\s+|\s*,\s*|\s+(?:and|және|и|&)\s+")
SEMICOLON = re.compile(r"\s*;\s*")
CLOSED = re.compile(r"\^[^^]*\^|\([^()]*\)|«[^«»]*»")
BRACKETS = re.compile(r"\(([^()]*)\)")
DASH = re.compile(r"\s+[-–—]\s+|\s*[–—]\s+")
YEARS = re.compile(r"\d{4}\s*[-–]\s*\d{4}\b")
BY = re.compile(r"^(?:by|авторы?|authors?|авторлар)\s*:?\s+", re.IGNORECASE)
# A group that is an author, and the words before it.
COLLECTIVE = re.compile(
    r"^((?:and |и |және )?(?:on behalf of |от имени |for )?(?:the )?)"
    r"(?=.*(?i:\bgroup\b|collaborat|consortium|\bteam\b|investigators|группа|группы|коллектив|консорциум"
    r"|тобы|ұжымы)).{4,80}$"
)
LONGEST = 1_500  # characters


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """One author in one byline, with the degrees and the organisation printed beside the name."""

    name: str
    marks: Marks = Marks()
    emails: tuple[str, ...] = ()
    orcids: tuple[str, ...] = ()
    lines: tuple[int, ...] = ()
    likelihood: int = NameLikelihood.YES
    degree: str = ""
    organisation: str = ""


class Byline(msgspec.Struct, frozen=True, kw_only=True):
    """The authors of one paragraph."""

    people: tuple[Person, ...]

    @property
    def is_marked(self) -> bool:
        """Whether any author has a mark or a star."""
        return any(person.marks.signs or person.marks.star for person in self.people)

    @property
    def is_sure(self) -> bool:
        """Whether any name is certain."""
        return any(person.likelihood == NameLikelihood.YES for person in self.people)

    @property
    def has_details(self) -> bool:
        """Whether degrees or an organisation stand beside a name."""
        return any(person.degree or person.organisation for person in self.people)


def parse_byline(paragraph: Paragraph) -> Byline | None:
    """Return the byline that a paragraph is, or None."""
    if not 4 <= len(paragraph.text) <= LONGEST:
        return None
    text = with_plain_marks(BY.sub("", with_marks(paragraph)))
    if YEARS.search(strip_contacts(text)):
        return None
    people: list[Person] = []
    for group in _split(SEMICOLON, text):
        found = list(_person_before_dash(group)) or _people(group)
        if not found:
            return None
        people += found
    people = [msgspec.structs.replace(person, lines=paragraph.lines) for person in people]
    return Byline(people=tuple(_with_contacts(people, paragraph.text))) if people else None


def _split(separator: re.Pattern[str], text: str) -> list[str]:
    """Split at separators outside marks, brackets and quotation marks."""
    masked = CLOSED.sub(lambda closed: re.sub(r"[,;]", "\0", closed[0]), text)
    places = [(0, 0), *(match.span() for match in separator.finditer(masked)), (len(text),) * 2]
    pieces = (text[end:start] for (_, end), (start, _) in pairwise(places))
    return [piece.strip() for piece in pieces if piece.strip()]


def _person_before_dash(text: str) -> Iterator[Person]:
    """`Surname Given – professor, University, City`."""
    if dash := DASH.search(text, 4, 80):
        name, marks = read_marks(text[: dash.start()])
        degree, organisation = split_details(text[dash.end() :])
        if (likelihood := name_likelihood(name)) and (degree or organisation):
            person = Person(name=name, marks=marks, likelihood=likelihood, degree=degree,
                            organisation=organisation)  # fmt: skip
            yield _with_own_contacts(person, text)


def _people(text: str) -> list[Person]:
    """The authors between commas, each with the details in brackets or after a comma."""
    people: list[Person] = []
    has_degree = False
    for piece in _name_pieces(text):
        bare, marks = read_marks(strip_contacts(BRACKETS.sub(" ", piece)))
        bare = bare.strip(" ,;:")
        likelihood = name_likelihood(bare)
        if likelihood and not (has_degree and likelihood < NameLikelihood.YES):
            in_brackets = strip_contacts(", ".join(BRACKETS.findall(piece)))
            degree, organisation = split_details(in_brackets)
            if in_brackets and not is_detail(degree) and not organisation:
                return []
            person = Person(name=bare, marks=marks, likelihood=likelihood, degree=degree,
                            organisation=organisation)  # fmt: skip
            people.append(_with_own_contacts(person, piece))
        elif bare and people and is_detail(bare):
            people[-1] = _with_detail(people[-1], bare)
            has_degree = True
        elif people and (collective := COLLECTIVE.search(bare)):
            name = bare[collective.end(1) :]
            people.append(Person(name=name, marks=marks, likelihood=NameLikelihood.MAYBE))
        elif bare:
            return _with_rest(people, text[text.find(piece) :])
    return people


def _with_own_contacts(person: Person, text: str) -> Person:
    emails, orcids = tuple(find_emails(text)), tuple(find_orcids(text))
    return msgspec.structs.replace(person, emails=emails, orcids=orcids)


def _with_detail(person: Person, degree: str) -> Person:
    together = f"{person.degree}, {degree}" if person.degree else degree
    return msgspec.structs.replace(person, degree=together)


def _with_rest(people: list[Person], rest: str) -> list[Person]:
    """The only author with the organisation that fills the rest of the line; else no author."""
    degree, organisation = split_details(SIGN.sub("", rest))
    if len(people) != 1 or not organisation or degree:
        return []
    return [msgspec.structs.replace(people[0], organisation=organisation)]


def _name_pieces(text: str) -> Iterator[str]:
    """Split at commas; a surname keeps the initials after its comma, a name its marks."""
    joined: list[str] = []
    for piece in _split(COMMA, text):
        bare, _marks = read_marks(piece)
        if joined and is_initials(bare) and _is_doubtful_name(joined[-1]):
            joined[-1] += f", {piece}"
        elif joined and not bare:
            joined[-1] += piece
        else:
            joined.append(piece)
    return iter(joined)


def _is_doubtful_name(piece: str) -> bool:
    bare, _marks = read_marks(piece)
    return name_likelihood(bare) < NameLikelihood.YES


def _with_contacts(people: list[Person], text: str) -> list[Person]:
    """Give out e-mails and ORCIDs of the byline: one to each author, or all to the only one."""
    mails, ids = find_emails(text), find_orcids(text)
    if len(people) == 1:
        return [_with_own_contacts(people[0], text)]
    for field, values in (("emails", mails), ("orcids", ids)):
        if len(values) == len(people):
            people = [
                msgspec.structs.replace(person, **{field: (value,)})
                for person, value in zip(people, values, strict=True)
            ]
    return people

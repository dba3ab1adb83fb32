"""Bylines: the names in a line of authors, with their marks, e-mails and ORCIDs."""

from __future__ import annotations

import re

import msgspec

from articles.imports.manuscript.authors.contacts import find_emails, find_orcids, strip_contacts
from articles.imports.manuscript.authors.marks import (
    Marks,
    read_marks,
    with_marks,
    with_plain_marks,
)
from articles.imports.manuscript.authors.names import NameLikelihood, is_initials, name_likelihood
from articles.imports.manuscript.lines.paragraph import Paragraph
from articles.imports.manuscript.vocabulary import DEGREE, ORGANISATION

SEPARATOR = re.compile(r"\s*;\s*|\s*,\s*(?:and|және|и)\s+|\s*,\s*|\s+(?:and|және|и|&)\s+")
SEMICOLON = re.compile(r"\s*;\s*")
SIGN_OR_TEXT = re.compile(r"\^[^^]*\^|\([^()]*\)|[^^(]+|.")
YEARS = re.compile(r"\d{4}\s*[-–]\s*\d{4}\b")
BY = re.compile(r"^(?:by|авторы?|authors?|авторлар)\s*:?\s+", re.IGNORECASE)


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """One author in one byline."""

    name: str
    marks: Marks = Marks()
    emails: tuple[str, ...] = ()
    orcids: tuple[str, ...] = ()
    lines: tuple[int, ...] = ()
    likelihood: int = NameLikelihood.YES
    degree: str = ""


class Byline(msgspec.Struct, frozen=True, kw_only=True):
    """The authors of one paragraph; `rest` is an organisation after the only author."""

    people: tuple[Person, ...]
    degrees: tuple[str, ...] = ()
    rest: str = ""

    @property
    def is_marked(self) -> bool:
        """Whether any author has a mark or a star."""
        return any(person.marks.signs or person.marks.star for person in self.people)

    @property
    def is_sure(self) -> bool:
        """Whether any name is certain."""
        return any(person.likelihood == NameLikelihood.YES for person in self.people)


def parse_byline(paragraph: Paragraph) -> Byline | None:
    """Return the byline that a paragraph is, or None."""
    if not 4 <= len(paragraph.text) <= 900:
        return None
    text = BY.sub("", with_marks(paragraph))
    bare = strip_contacts(with_plain_marks(text))
    if YEARS.search(bare):
        return None
    pieces = _pieces(bare)
    people, degrees, rest = _sort_pieces(pieces, paragraph)
    if not people or (rest and not ORGANISATION.search(rest)) or (rest and len(people) > 1):
        return None
    people = _with_contacts(people, paragraph.text)
    return Byline(people=tuple(people), degrees=tuple(degrees), rest=rest)


def _pieces(text: str) -> list[str]:
    """Split at commas outside marks and brackets; a surname keeps the initials after its comma."""
    tokens, masked = SIGN_OR_TEXT.findall(text), ""
    for token in tokens:
        is_closed = token[:1] in "^(" and len(token) > 1
        masked += re.sub(r"[,;]", "\0", token) if is_closed else token
    separator = SEMICOLON if ";" in masked else SEPARATOR
    pieces = [piece.replace("\0", ",").strip() for piece in separator.split(masked)]
    joined: list[str] = []
    for piece in filter(None, pieces):
        bare, _marks = read_marks(piece)
        if joined and is_initials(bare) and _is_doubtful_name(joined[-1]):
            joined[-1] += f", {piece}"
        elif joined and not bare:
            joined[-1] += piece
        else:
            joined.append(piece)
    return joined


def _is_doubtful_name(piece: str) -> bool:
    bare, _marks = read_marks(piece)
    return name_likelihood(bare) < NameLikelihood.YES


def _sort_pieces(pieces: list[str], paragraph: Paragraph) -> tuple[list[Person], list[str], str]:
    """Return the authors, their degrees, and the text from the first piece that is neither."""
    people: list[Person] = []
    degrees: list[str] = []
    for place, piece in enumerate(pieces):
        bare, marks = read_marks(re.sub(r"\([^()]*\)", " ", piece))
        bare = bare.strip(" ,;:")
        likelihood = name_likelihood(bare)
        is_doubtful = bool(people and degrees) and likelihood < NameLikelihood.YES
        if likelihood and not is_doubtful:
            person = Person(name=bare, marks=marks, lines=paragraph.lines, likelihood=likelihood)
            people.append(person)
        elif DEGREE.search(bare) and not ORGANISATION.search(bare):
            degrees.append(bare)
        elif bare:
            return people, degrees, ", ".join(pieces[place:])
    return people, degrees, ""


def _with_contacts(people: list[Person], text: str) -> list[Person]:
    """Give out e-mails and ORCIDs of the byline: one to each author, or all to the only one."""
    mails, ids = find_emails(text), find_orcids(text)
    if len(people) == 1:
        return [msgspec.structs.replace(people[0], emails=tuple(mails), orcids=tuple(ids))]
    for field, values in (("emails", mails), ("orcids", ids)):
        if len(values) == len(people):
            people = [
                msgspec.structs.replace(person, **{field: (value,)})
                for person, value in zip(people, values, strict=True)
            ]
    return people

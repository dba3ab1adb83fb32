"""A line of authors to their names, marks and addresses."""

from __future__ import annotations

import re

import msgspec

from articles.imports.manuscript.authors.contacts import emails, orcids, without_contacts
from articles.imports.manuscript.authors.marks import (
    Marks,
    read_marks,
    with_marks,
    with_plain_marks,
)
from articles.imports.manuscript.authors.names import Sure, is_initials, is_name
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
    sure: int = Sure.YES
    degree: str = ""


class Byline(msgspec.Struct, frozen=True, kw_only=True):
    """The names of a paragraph and what else stands in it: degrees, an organisation."""

    people: tuple[Person, ...]
    degrees: tuple[str, ...] = ()
    rest: str = ""

    @property
    def is_marked(self) -> bool:
        return any(person.marks.signs or person.marks.star for person in self.people)

    @property
    def is_sure(self) -> bool:
        return any(person.sure == Sure.YES for person in self.people)


def byline_of(paragraph: Paragraph) -> Byline | None:
    """The byline that a paragraph is, or None."""
    if not 4 <= len(paragraph.text) <= 900:
        return None
    text = BY.sub("", with_marks(paragraph))
    bare = without_contacts(with_plain_marks(text))
    if YEARS.search(bare):
        return None
    pieces = _pieces(bare)
    people, degrees, rest = _sorted_out(pieces, paragraph)
    if not people or (rest and not ORGANISATION.search(rest)) or (rest and len(people) > 1):
        return None
    people = _with_contacts(people, paragraph.text)
    return Byline(people=tuple(people), degrees=tuple(degrees), rest=rest)


def _pieces(text: str) -> list[str]:
    """Split at commas outside of signs and brackets; surname and initials stay together."""
    tokens, masked = SIGN_OR_TEXT.findall(text), ""
    for token in tokens:
        is_closed = token[:1] in "^(" and len(token) > 1
        masked += re.sub(r"[,;]", "\0", token) if is_closed else token
    separator = SEMICOLON if ";" in masked else SEPARATOR
    pieces = [piece.replace("\0", ",").strip() for piece in separator.split(masked)]
    joined: list[str] = []
    for piece in filter(None, pieces):
        bare, _marks = read_marks(piece)
        if joined and is_initials(bare) and is_name(read_marks(joined[-1])[0]) < Sure.YES:
            joined[-1] += f", {piece}"
        elif joined and not bare:
            joined[-1] += piece
        else:
            joined.append(piece)
    return joined


def _sorted_out(pieces: list[str], paragraph: Paragraph) -> tuple[list[Person], list[str], str]:
    people: list[Person] = []
    degrees: list[str] = []
    for place, piece in enumerate(pieces):
        bare, marks = read_marks(re.sub(r"\([^()]*\)", " ", piece))
        bare = bare.strip(" ,;:")
        sure = is_name(bare)
        if sure and not (people and degrees and sure < Sure.YES):
            people.append(Person(name=bare, marks=marks, lines=paragraph.lines, sure=sure))
        elif DEGREE.search(bare) and not ORGANISATION.search(bare):
            degrees.append(bare)
        elif bare:
            return people, degrees, ", ".join(pieces[place:])
    return people, degrees, ""


def _with_contacts(people: list[Person], text: str) -> list[Person]:
    """Addresses that stand in the byline: one each, or all with the only author."""
    mails, ids = emails(text), orcids(text)
    if len(people) == 1:
        return [msgspec.structs.replace(people[0], emails=tuple(mails), orcids=tuple(ids))]
    for field, values in (("emails", mails), ("orcids", ids)):
        if len(values) == len(people):
            people = [
                msgspec.structs.replace(person, **{field: (value,)})
                for person, value in zip(people, values, strict=True)
            ]
    return people

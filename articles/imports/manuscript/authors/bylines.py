"""Bylines: the names in a line of authors, with their marks and what is said of each person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import msgspec
from msgspec.structs import replace

from articles.imports.manuscript.authors.affiliation_lines import is_detail, split_details
from articles.imports.manuscript.authors.contacts import find_emails, find_orcids, strip_contacts
from articles.imports.manuscript.authors.marks import (
    SIGN,
    Marks,
    is_correspondent,
    read_marks,
    with_marks,
    with_plain_marks,
)
from articles.imports.manuscript.authors.names import (
    NameLikelihood,
    is_form_of_address,
    is_initials,
    name_likelihood,
)
from articles.imports.manuscript.lines.paragraph import Paragraph
from articles.imports.manuscript.splitting import split_outside_brackets
from articles.imports.manuscript.vocabulary import DEGREE, NO_AUTHOR, ORGANISATION
from articles.records.names.endings import is_surname

COMMA = re.compile(r"\s*,\s*(?:(?:and|және|и|&)\s+)?")
AND = re.compile(r"\s+(?:and|және|и|&)\s+")
SEMICOLON = re.compile(r"\s*;\s*")
BRACKETS = re.compile(r"\(((?:[^()]|\([^()]*\))*)\)")
DASH = re.compile(r"\s+[-–—]\s+|\s*[–—]\s+")
YEARS = re.compile(r"\d{4}\s*[-–]\s*\d{4}\b")
BY = re.compile(
    r"^(?:by\s+|[^:]{0,25}(?:автор|author|ф\.\s?и\.\s?о|\bфио|аты-жөн|full name)[^:]{0,25}:\s*)",
    re.IGNORECASE,
)
# A group that is an author, and the words before it.
COLLECTIVE = re.compile(
    r"^((?:and |и |және )?(?:on behalf of |от имени |for )?(?:the )?)"
    r"(?=.*(?i:\bgroup\b|collaborat|consortium|\bteam\b|investigators|\bгруппа\b|\bгруппы\b"
    r"|\bколлектив|консорциум|\bтобы\b|\bұжымы\b)).{4,80}$"
)
OF_SOMEBODY = re.compile(r"(?:[ая]|ого|у|ом)$")  # `наследие академика`
LONGEST = 1_500  # characters
LONGEST_WITH_DEGREE = 120  # likewise


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
    def has_surname(self) -> bool:
        """Whether any word has the ending of a surname."""
        return any(is_surname(word) for person in self.people for word in person.name.split())

    @property
    def has_details(self) -> bool:
        """Whether degrees or an organisation stand beside a name."""
        return any(person.degree or person.organisation for person in self.people)


@lru_cache(1_000)  # a line is asked by each step
def parse_byline(paragraph: Paragraph) -> Byline | None:
    """Return the byline that a paragraph is, or None."""
    if not 4 <= len(paragraph.text) <= LONGEST:
        return None
    text = with_plain_marks(BY.sub("", with_marks(paragraph)))
    if YEARS.search(strip_contacts(text)) or NO_AUTHOR.are_in(text):
        return None
    people: list[Person] = []
    for group in _groups(text):
        found = list(_person_before_dash(group)) or _people(group)
        if not found:
            return None
        people += found
    people = [replace(person, lines=paragraph.lines) for person in people]
    return Byline(people=tuple(_with_contacts(people, paragraph.text))) if people else None


def _groups(text: str) -> list[str]:
    """Split at semicolons; a part that is nothing but contacts belongs to the one before it."""
    groups: list[str] = []
    for part in split_outside_brackets(text, SEMICOLON):
        if groups and not strip_contacts(part):
            groups[-1] += f", {part}"
        else:
            groups.append(part)
    return groups


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
    """The authors between commas, each with the details in brackets or after the name."""
    people: list[Person] = []
    said: list[list[str]] = []  # after each name
    degrees: list[str] = []  # before the first name
    has_more = False  # said of the last name, outside brackets
    for piece in _name_pieces(text):
        in_brackets = [text for text in BRACKETS.findall(piece) if not is_correspondent(text)]
        starred = BRACKETS.sub(lambda text: "*" if is_correspondent(text[1]) else " ", piece)
        bare, marks = read_marks(strip_contacts(starred))
        degree, name = _split_degree(bare.strip(" ,;:").removesuffix(" ."))
        likelihood = name_likelihood(name)
        if likelihood and not (has_more and likelihood < NameLikelihood.YES):
            person = Person(name=name, marks=marks, likelihood=likelihood,
                            degree=", ".join([*degrees, *[degree] * bool(degree)]))  # fmt: skip
            people.append(_with_own_contacts(person, piece))
            said.append(in_brackets)
            degrees, has_more = [], False
        elif (collective := COLLECTIVE.search(bare)) and (people or collective[1].strip()):
            likelihood = NameLikelihood.YES if collective[1].strip() else NameLikelihood.MAYBE
            name = bare[collective.end(1) :]
            people.append(Person(name=name, marks=marks, likelihood=likelihood))
            said.append([])
        elif people and is_correspondent(bare):
            people[-1] = replace(people[-1], marks=Marks(marks.signs, star=True))
        elif people and bare:
            said[-1].append(SIGN.sub("", piece))
            has_more = True
        elif is_detail(bare):
            degrees.append(bare)
        elif bare:
            return []
    with_details = list(filter(None, map(_with_details, people, said)))
    return with_details if len(with_details) == len(people) else []


def is_collective(name: str) -> bool:
    """Whether an author is a group of people: a consortium, a working group."""
    return COLLECTIVE.match(name) is not None


def _split_degree(text: str) -> tuple[str, str]:
    """`доцент Testov A.B.`: what is said before a name, and the name."""
    words = text.split() if len(text) < LONGEST_WITH_DEGREE else []
    best = NameLikelihood.NO, "", text
    for at in range(len(words) - 2, max(0, len(words) - 5), -1):
        degree, name = " ".join(words[:at]), " ".join(words[at:])
        likelihood = name_likelihood(name)
        if is_initials(words[at - 1]) and not is_form_of_address(words[at - 1]):
            continue  # they belong to the name
        is_set_apart = any(map(str.isupper, words[at:])) and not degree.isupper()
        has_surname = is_set_apart or any(map(is_surname, words[at:]))
        is_name = likelihood > 1 or is_form_of_address(degree) or has_surname
        if likelihood > best[0] and is_name and (is_form_of_address(degree) or _is_said(degree)):
            best = likelihood, degree, name
    return best[1:]


def _is_said(text: str) -> bool:
    """Whether a text says what somebody is; else it is a title that names a person."""
    last = text.split()[-1]
    is_at_end = DEGREE.begin(last) and not OF_SOMEBODY.search(last)
    return (DEGREE.begin(text) or is_at_end) and is_detail(text)


def _with_details(person: Person, said: list[str]) -> Person | None:
    """The author with the degrees and the organisation that are said of them; None for a text
    that says neither."""
    text = strip_contacts(", ".join(said))
    if not text:
        return person
    degree, organisation = split_details(text)
    is_in_brackets = any("," in each for each in said)
    is_sure = is_in_brackets or person.likelihood == NameLikelihood.YES
    if organisation and not is_sure and not ORGANISATION.are_in(organisation):
        return None
    if not (degree or organisation) or (degree and not is_detail(degree)):
        return None
    degree = ", ".join(filter(None, (person.degree, degree)))
    return replace(person, degree=degree, organisation=organisation)


def _with_own_contacts(person: Person, text: str) -> Person:
    """With the e-mails and ORCIDs beside the name; who has an ORCID is surely a person."""
    emails, orcids = tuple(find_emails(text)), tuple(find_orcids(text))
    likelihood = NameLikelihood.YES if orcids else person.likelihood
    return replace(person, emails=emails, orcids=orcids, likelihood=likelihood)


def _name_pieces(text: str) -> list[str]:
    """Split at commas; a surname keeps the initials after its comma, a name its marks."""
    joined: list[str] = []
    pieces = split_outside_brackets(text, COMMA)
    for piece in (part for each in pieces for part in _split_at_and(each)):
        bare, _marks = read_marks(piece)
        if joined and is_initials(bare) and _likelihood(joined[-1]) < NameLikelihood.YES:
            joined[-1] += f", {piece}"
        elif joined and not bare:
            joined[-1] += piece
        else:
            joined.append(piece)
    return joined


def _split_at_and(text: str) -> list[str]:
    """Split `Testov A. and Probny B.`, but not the `and` in the name of an organisation."""
    first, *others = split_outside_brackets(text, AND)
    return [first, *others] if _likelihood(first) else [text]


def _likelihood(piece: str) -> NameLikelihood:
    bare, _marks = read_marks(BRACKETS.sub(" ", piece))
    return name_likelihood(_split_degree(strip_contacts(bare))[1])


def _with_contacts(people: list[Person], text: str) -> list[Person]:
    """Give out e-mails and ORCIDs of the byline: one to each author, or all to the only one."""
    if len(people) == 1:
        return [_with_own_contacts(people[0], text)]
    for field, values in (("emails", find_emails(text)), ("orcids", find_orcids(text))):
        if len(values) == len(people):
            owned = zip(people, values, strict=True)
            people = [replace(person, **{field: (value,)}) for person, value in owned]
    return people

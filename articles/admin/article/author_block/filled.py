"""Rows of the form that a pasted block was filled into, and what is to be told about it."""

from __future__ import annotations

import msgspec
from django.http import QueryDict

from articles.admin.country_field import country_label
from articles.intake.manuscripts.matches import Match
from articles.records.languages import Language
from articles.records.names import Name
from articles.records.record import Affiliation, Authorship

from .form_rows import FormRow

PERSON = "pasted_person_{}"


class Conflict(msgspec.Struct, frozen=True, kw_only=True):
    """A value that was read where another is typed."""

    input: str  # the input's name
    row: int  # the number of the row
    field: str  # the column
    typed: str
    read: str


class FilledAuthor(msgspec.Struct, kw_only=True):
    """A row of authors with what the block says of it, and who of the site it may be."""

    row: FormRow
    is_new: bool
    read: dict[Language, Authorship] = {}
    unknown_marks: tuple[str, ...] = ()
    known: tuple[Match, ...] = ()

    @property
    def names(self) -> list[tuple[Language, Name]]:
        return [(code, author.names.get(code, Name())) for code, author in self.read.items()]

    @property
    def choice(self) -> str:
        """The name of the choice of a known person."""
        return PERSON.format(self.row.place)

    @property
    def is_corresponding(self) -> bool:
        return any(author.corresponding for author in self.read.values())

    @property
    def details(self) -> list[str]:
        """E-mail, ORCID, degrees, titles and posts, each once."""
        texts: list[str] = []
        for author in self.read.values():
            trilingual = (author.degree, author.academic_title, author.post)
            texts += [author.email, author.orcid]
            texts += [text for field in trilingual for text in field.values()]
        return list(dict.fromkeys(filter(None, texts)))


class FilledAffiliation(msgspec.Struct, kw_only=True):
    """A row of affiliations with what the block says of it."""

    row: FormRow
    is_new: bool
    read: dict[Language, Affiliation] = {}

    @property
    def texts(self) -> list[tuple[Language, str, str, str]]:
        """Language, organisation, unit and city."""
        return [
            (code, name, affiliation.unit.get(code, ""), affiliation.city.get(code, ""))
            for affiliation in self.read.values()
            for code, name in affiliation.name.items()
        ]

    @property
    def country(self) -> str:
        codes = (affiliation.country for affiliation in self.read.values())
        return country_label(next(filter(None, codes), ""))


class DifferentNumber(msgspec.Struct, frozen=True):
    """A part with more or fewer authors than the form before it, or than another part."""

    language: Language
    pasted: int
    others: int
    other: Language | None = None  # None: the form


class Filling(msgspec.Struct, kw_only=True):
    """The form's data with the block filled in, and what is to be told about it."""

    data: QueryDict
    authors: dict[int, FilledAuthor] = {}  # by the place of the row
    affiliations: dict[int, FilledAffiliation] = {}
    conflicts: dict[str, Conflict] = {}  # by the input's name
    numbers: list[DifferentNumber] = []
    first: tuple[Language, int] | None = None  # the first part and the number of its authors
    is_full: bool = False  # the form can have no more rows

    @property
    def new_authors(self) -> int:
        return sum(author.is_new for author in self.authors.values())

    @property
    def new_affiliations(self) -> int:
        return sum(affiliation.is_new for affiliation in self.affiliations.values())

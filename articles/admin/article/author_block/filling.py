"""The rows of the form filled from a pasted block; what is typed there stays, and is told."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

import msgspec
from django.http import QueryDict

from articles.admin.country_field import country_label
from articles.editing.rows import affiliation_columns, authorship_columns
from articles.intake.manuscripts.matches import Match
from articles.records.cleaning import InvalidValue, clean_line
from articles.records.countries import typed_country
from articles.records.languages import Language
from articles.records.names import Name
from articles.records.record import Affiliation, Authorship

from .form_rows import FormRow, FormRows
from .matching import match_affiliations, match_authors
from .reading import PastedBlock, PastedPart

SKIPPED = ("kind", "roles", "marks", "corresponding")  # of an author's columns
PERSON = "pasted_person_{}"
INITIAL_LENGTH = 4  # characters of a given name that may be one initial: `Shch.`


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


def fill_rows(posted: QueryDict, block: PastedBlock, replaced: Collection[str] = ()) -> Filling:
    """The form's data with the block filled in.

    Nothing typed is overwritten but the inputs in `replaced`; the rest are `conflicts`.
    """
    filling = Filling(data=posted.copy())
    for part in block.parts:
        if part.language and part.authors:
            PartFiller(filling, part, part.language, replaced).fill()
    return filling


class PartFiller:
    """Fills one language of a block into the rows."""

    def __init__(
        self, filling: Filling, part: PastedPart, language: Language, replaced: Collection[str]
    ) -> None:
        self.filling, self.part, self.language, self.replaced = filling, part, language, replaced
        self.authors = FormRows(filling.data, "authorships")
        self.affiliations = FormRows(filling.data, "affiliations")

    def fill(self) -> None:
        self.compare_numbers()
        rows = self.author_rows()
        numbers = self.affiliation_numbers(rows)
        for place, row in rows.items():
            self.fill_author(row, self.part.authors[place])
            self.fill_marks(row, place, numbers)

    def compare_numbers(self) -> None:
        """Of the first part with the form, of the others with the first."""
        pasted, filling = len(self.part.authors), self.filling
        if filling.first is None:
            filling.first = (self.language, pasted)
            named = sum(any(row.names()) for row in self.authors.filled)
            if named and named != pasted:
                filling.numbers.append(DifferentNumber(self.language, pasted, named))
        elif pasted != filling.first[1]:
            other, others = filling.first
            filling.numbers.append(DifferentNumber(self.language, pasted, others, other))

    def author_rows(self) -> dict[int, FormRow]:
        """The row of each author; those without any get new ones, until the form is full."""
        rows = match_authors(self.part.authors, self.authors.filled, self.language)
        for place, author in enumerate(self.part.authors):
            is_new = place not in rows
            row = rows.get(place) or self.authors.new_row()
            if row is None:
                self.filling.is_full = True
                break
            rows[place] = row
            filled = self.filling.authors.setdefault(
                row.place, FilledAuthor(row=row, is_new=is_new)
            )
            filled.read[self.language] = author
        return rows

    def affiliation_numbers(self, authors: Mapping[int, FormRow]) -> dict[int, int]:
        """Fills the affiliations in; for each number in the part the number of its row."""
        owners: dict[int, list[int]] = {}
        for place, row in authors.items():
            for mark in self.part.authors[place].marks:
                owners.setdefault(mark - 1, []).append(row.place)
        linked: dict[int, list[int]] = {}
        for row in self.authors.filled:
            for mark in marks_in(row):
                linked.setdefault(mark, []).append(row.place)
        affiliations = self.part.affiliations
        rows = match_affiliations(
            affiliations, self.affiliations.filled, self.language, owners, linked
        )
        for place, affiliation in enumerate(affiliations):
            is_new = place not in rows
            row = rows.get(place) or self.affiliations.new_row()  # type: ignore[assignment]
            if row is None:
                self.filling.is_full = True
                break
            rows[place] = row
            filled = self.filling.affiliations.setdefault(
                row.place, FilledAffiliation(row=row, is_new=is_new)
            )
            filled.read[self.language] = affiliation
            self.fill_columns(row, affiliation_values(affiliation))
        return {place + 1: row.number for place, row in rows.items()}

    def fill_author(self, row: FormRow, author: Authorship) -> None:
        if not row.get("kind"):
            row.set("kind", author.kind)
        self.fill_columns(row, author_values(author))
        if author.corresponding:
            row.set("corresponding", "on")

    def fill_marks(self, row: FormRow, place: int, numbers: Mapping[int, int]) -> None:
        """Of names without organisations, marks are numbers of the form's own affiliations."""
        unknown = self.part.unknown_marks[place] if place < len(self.part.unknown_marks) else ()
        marks = [numbers[mark] for mark in self.part.authors[place].marks if mark in numbers]
        if not self.part.affiliations:
            marks += [int(sign) for sign in unknown if sign.isdecimal()]
            unknown = tuple(sign for sign in unknown if not sign.isdecimal())
        if unknown:
            self.filling.authors[row.place].unknown_marks += unknown
        if marks and set(marks) != set(marks_in(row)):
            self.fill_columns(row, {"marks": ", ".join(map(str, marks))})

    def fill_columns(self, row: FormRow, values: Mapping[str, str]) -> None:
        for column, read in values.items():
            typed = row.get(column)
            if not typed or row.input(column) in self.replaced:
                row.set(column, read)
            elif not agrees(column, typed, read):
                conflict = Conflict(
                    input=row.input(column), row=row.number, field=column, typed=typed, read=read
                )
                self.filling.conflicts.setdefault(conflict.input, conflict)


def author_values(author: Authorship) -> dict[str, str]:
    """The columns that are read, as text."""
    columns = authorship_columns(author).items()
    return {name: value for name, value in columns if name not in SKIPPED and value}


def affiliation_values(affiliation: Affiliation) -> dict[str, str]:
    values = {name: value for name, value in affiliation_columns(affiliation).items() if value}
    if affiliation.country:
        values["country"] = country_label(affiliation.country)
    return values


def marks_in(row: FormRow) -> Iterator[int]:
    """The numbers of affiliations in a row of authors."""
    signs = row.get("marks").replace(",", " ").replace(";", " ").split()
    return (int(sign) for sign in signs if sign.isascii() and sign.isdecimal())


def agrees(column: str, typed: str, read: str) -> bool:
    """Whether what was read says nothing else: `А.` for `Айгерім`, a country in other words."""
    if column == "country":
        return country_code(typed) == country_code(read)
    if column.startswith(("given_name", "patronymic")) and is_initial_of(read, typed):
        return True
    return clean_line(typed).casefold() == clean_line(read).casefold()


def is_initial_of(read: str, typed: str) -> bool:
    bare = read.rstrip(".")
    is_initial = read.endswith(".") and len(read) <= INITIAL_LENGTH
    return is_initial and typed.casefold().startswith(bare.casefold())


def country_code(text: str) -> str:
    try:
        return typed_country(text)
    except InvalidValue:
        return text

"""The rows of the form filled from a pasted block; what is typed there stays, and is told."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from django.http import QueryDict

from articles.records.languages import Language
from articles.records.record import Authorship

from .columns import affiliation_values, agrees, author_values, marks_in
from .filled import Conflict, DifferentNumber, FilledAffiliation, FilledAuthor, Filling
from .form_rows import FormRow, FormRows
from .matching import match_affiliations, match_authors
from .reading import PastedBlock, PastedPart


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

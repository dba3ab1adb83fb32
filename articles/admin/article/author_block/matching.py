"""Which rows of the form the people and organisations of a pasted part are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from articles.imports.manuscript.author_block.parts import (
    PrintedPerson,
    comparable_person,
    is_same_person,
)
from articles.records.languages import Language
from articles.records.record import Affiliation, Authorship

from .form_rows import FormRow

Rows = dict[int, FormRow]  # by the place (0, 1 …) in the part


def match_authors(
    authors: Sequence[Authorship], rows: Sequence[FormRow], language: Language
) -> Rows:
    """By ORCID, by the name in any language and spelling, and what is left by order if as many."""
    matched: Rows = {}
    by_orcid = {row.get("orcid"): row for row in rows if row.get("orcid")}
    for place, author in enumerate(authors):
        if row := by_orcid.pop(author.orcid, None):
            matched[place] = row
    known = {row.place: list(comparable_names(row)) for row in rows}
    for place, author in enumerate(authors):
        if place not in matched:
            free = nearest_first(unmatched(rows, matched), place)
            people = [comparable_person(name, code) for code, name in author.names.items()]
            same = (row for row in free if is_same(people, known[row.place]))
            if row := next(same, None):
                matched[place] = row
    return matched | by_order(len(authors), rows, matched, f"family_name_{language}")


def comparable_names(row: FormRow) -> Iterator[PrintedPerson]:
    return (comparable_person(name, code) for code, name in row.names())


def is_same(people: Iterable[PrintedPerson], others: Sequence[PrintedPerson]) -> bool:
    return any(is_same_person(one, other) for one in people for other in others)


def nearest_first(rows: list[FormRow], place: int) -> list[FormRow]:
    return sorted(rows, key=lambda row: abs(row.number - 1 - place))


def unmatched(rows: Iterable[FormRow], matched: Rows) -> list[FormRow]:
    taken = {row.place for row in matched.values()}
    return [row for row in rows if row.place not in taken]


def by_order(count: int, rows: Iterable[FormRow], matched: Rows, column: str) -> Rows:
    """The rest in order, if as many rows are left and none has a text in the column."""
    places = [place for place in range(count) if place not in matched]
    left = unmatched(rows, matched)
    if len(left) != len(places) or any(row.get(column) for row in left):
        return {}
    return dict(zip(places, left, strict=True))


def match_affiliations(
    affiliations: Sequence[Affiliation],
    rows: Sequence[FormRow],
    language: Language,
    authors: Mapping[int, Sequence[int]],
    linked: Mapping[int, Sequence[int]],
) -> Rows:
    """By the name, by the authors who have it, and what is left by order if as many.

    `authors`: for each affiliation (0, 1 …) the rows of its authors; `linked`: for each number
    that a row of affiliations shows the rows of authors with it.
    """
    matched: Rows = {}
    for place, affiliation in enumerate(affiliations):
        names = {(code, name.casefold()) for code, name in affiliation.name.items()}
        for row in unmatched(rows, matched):
            if any(row.get(f"name_{code}").casefold() == name for code, name in names):
                matched[place] = row
                break
    for place in range(len(affiliations)):
        if place not in matched and (owners := set(authors.get(place, ()))):
            free = [row for row in unmatched(rows, matched) if not row.get(f"name_{language}")]
            same = [row for row in free if set(linked.get(row.number, ())) == owners]
            if len(same) == 1:
                matched[place] = same[0]
    return matched | by_order(len(affiliations), rows, matched, f"name_{language}")

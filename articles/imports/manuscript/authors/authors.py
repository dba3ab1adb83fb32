"""One list of authors and affiliations out of the bylines of all languages."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from articles.imports.manuscript.authors.author_lists import AuthorList, build_author_list
from articles.imports.manuscript.authors.biographies import read_biographies
from articles.imports.manuscript.authors.bylines import Person
from articles.imports.manuscript.authors.contact_details import (
    collect_known_authors,
    contact_values,
)
from articles.imports.manuscript.authors.surnames import comparable_surname, is_same_surname
from articles.imports.manuscript.classify.layout import Layout
from articles.imports.manuscript.header.header import Header
from articles.imports.manuscript.lines.paragraph import Paragraph, join_paragraphs
from articles.imports.manuscript.sourced_value import SourcedValue, Sureness
from articles.records.languages import Language


def author_values(
    layout: Layout, headers: list[Header], language: Language | None
) -> Iterator[SourcedValue]:
    """Authors and affiliations, then the e-mails and ORCIDs from outside the bylines.

    The byline of the article's language gives the number and order of the authors.
    """
    author_lists = read_author_lists(headers, language)
    if not author_lists:
        return
    yield from _byline_values(author_lists)
    known_authors = collect_known_authors(author_lists)
    contacts = [*_labelled_contacts(layout), *(line for each in headers for line in each.contacts)]
    yield from contact_values(known_authors, contacts, read_biographies(layout))


def read_author_lists(headers: list[Header], article_language: Language | None) -> list[AuthorList]:
    """Return the authors in each language, the article's own language first."""
    author_lists: dict[Language, AuthorList] = {}
    for header in headers:
        if header.bylines and (language := header.language) and language not in author_lists:
            author_lists[language] = build_author_list(language, header)
    if not author_lists:
        return []
    in_order = sorted(
        author_lists.values(), key=lambda authors: authors.language != article_language
    )
    return in_order[:1] + [_in_order_of(in_order[0], other) for other in in_order[1:]]


def _in_order_of(main: AuthorList, authors: AuthorList) -> AuthorList:
    """The same people in the order of the main byline, where the surnames tell that it differs."""
    first, second = (
        [comparable_surname(person.name, each.language) for person in each.people]
        for each in (main, authors)
    )
    order = [
        next((at for at, other in enumerate(second) if is_same_surname(surname, other)), -1)
        for surname in first
    ]
    if sorted(order) != list(range(len(second))):
        return authors
    return dataclasses.replace(
        authors,
        people=[authors.people[at] for at in order],
        affiliation_places=[authors.affiliation_places[at] for at in order],
    )


def _byline_values(author_lists: list[AuthorList]) -> Iterator[SourcedValue]:
    main = author_lists[0]
    for at, person in enumerate(main.people):
        yield SourcedValue(f"authors.{at}.order", at + 1, person.lines)
    agree = len({len(authors.people) for authors in author_lists}) == 1
    printed = {len(authors.affiliations) for authors in author_lists if authors.affiliations}
    for authors in author_lists:
        for at, person in enumerate(authors.people[: len(main.people)]):
            yield from _person_values(person, f"authors.{at}", authors.language, agree)
        yield from _affiliation_values(authors, main, len(printed) < 2)
    for at in range(len(main.people)):
        yield from _affiliation_numbers(author_lists, at)


def _person_values(
    person: Person, path: str, language: Language, agree: bool
) -> Iterator[SourcedValue]:
    """Name, degree, e-mail, ORCID and star; `agree`: all languages have as many authors."""
    sureness = Sureness.CERTAIN if agree and person.likelihood > 1 else Sureness.DOUBTFUL
    yield SourcedValue(f"{path}.name.{language}", person.name, person.lines, sureness)
    values = {
        f"degree.{language}": person.degree,
        "email": "".join(person.emails[:1]).lower(),
        "orcid": "".join(person.orcids[:1]),
        "corresponding": person.marks.star,
    }
    for field, value in values.items():
        if value:
            yield SourcedValue(f"{path}.{field}", value, person.lines)


def _affiliation_values(
    authors: AuthorList, main: AuthorList, agree: bool
) -> Iterator[SourcedValue]:
    """Affiliations of one language, matched to the main ones by mark if possible, else by order.

    `agree`: all languages have as many; else the order may mislead.
    """
    places_by_sign = {sign: at for at, line in enumerate(main.affiliations) for sign in line.signs}
    count = max(len(main.affiliations), 1)
    for at, affiliation in enumerate(authors.affiliations):
        marked = (places_by_sign[sign] for sign in affiliation.signs if sign in places_by_sign)
        place = next(marked, at)
        sureness = Sureness.CERTAIN if agree or affiliation.signs else Sureness.LIKELY
        sureness = sureness if at < count else Sureness.DOUBTFUL
        language = affiliation.language or authors.language
        path, lines = f"affiliations.{place}", affiliation.lines
        yield SourcedValue(f"{path}.id", place + 1, lines)
        yield SourcedValue(f"{path}.name.{language}", affiliation.name, lines, sureness)


def _affiliation_numbers(author_lists: list[AuthorList], at: int) -> Iterator[SourcedValue]:
    """The affiliations of one author, from the first language that tells them."""
    lines = author_lists[0].people[at].lines
    for authors in author_lists:
        if any(authors.affiliation_places[at : at + 1]):
            numbers = sorted(place + 1 for place in authors.affiliation_places[at])
            sureness = Sureness.CERTAIN if authors.is_marked else Sureness.LIKELY
            yield SourcedValue(f"authors.{at}.affiliations", numbers, lines, sureness)
            return


def _labelled_contacts(layout: Layout) -> Iterator[Paragraph]:
    """Labelled lines; those below a bare label of the corresponding author are one with it."""
    block: list[Paragraph] = []
    for at, zone in enumerate([*layout.zones, ""]):
        is_bare = at < len(layout) and layout.is_bare_label(at)
        if block and (is_bare or zone not in ("contact", "aside")):
            yield join_paragraphs(block)
            block = []
        if zone == "contact" and (block or (is_bare and layout.element(at) == "correspondence")):
            block.append(layout.paragraphs[at])
        elif zone == "contact":
            yield layout.paragraphs[at]

"""One list of authors and affiliations out of the bylines of all languages."""

from __future__ import annotations

from collections.abc import Iterator

from articles.imports.manuscript.authors.author_lists import AuthorList
from articles.imports.manuscript.authors.biographies import read_biographies
from articles.imports.manuscript.authors.by_language import read_author_lists
from articles.imports.manuscript.authors.contact_details import (
    collect_known_authors,
    contact_values,
)
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
    main = author_lists[0]
    yield from _byline_values(author_lists, main)
    known_authors = collect_known_authors(author_lists, main)
    contacts = _contact_lines(layout, headers)
    yield from contact_values(known_authors, contacts, read_biographies(layout))


def _byline_values(author_lists: list[AuthorList], main: AuthorList) -> Iterator[SourcedValue]:
    for at, person in enumerate(main.people):
        yield SourcedValue(f"authors.{at}.order", at + 1, person.lines)
    agree = len({len(authors.people) for authors in author_lists}) == 1
    printed = {len(authors.affiliations) for authors in author_lists if authors.affiliations}
    for authors in author_lists:
        yield from _person_values(authors, main, agree)
        yield from _affiliation_values(authors, main, len(printed) < 2)
    yield from _affiliation_numbers(author_lists, main)


def _person_values(authors: AuthorList, main: AuthorList, agree: bool) -> Iterator[SourcedValue]:
    """Names, degrees, e-mails, ORCIDs and stars of one language's byline.

    `agree`: all languages have as many authors.
    """
    for at, person in enumerate(authors.people[: len(main.people)]):
        sureness = Sureness.CERTAIN if agree and person.likelihood > 1 else Sureness.DOUBTFUL
        path = f"authors.{at}"
        yield SourcedValue(f"{path}.name.{authors.language}", person.name, person.lines, sureness)
        if person.degree:
            yield SourcedValue(f"{path}.degree.{authors.language}", person.degree, person.lines)
        if person.emails:
            yield SourcedValue(f"{path}.email", person.emails[0].lower(), person.lines)
        if person.orcids:
            yield SourcedValue(f"{path}.orcid", person.orcids[0], person.lines)
        if person.marks.star:
            yield SourcedValue(f"{path}.corresponding", True, person.lines)


def _affiliation_values(
    authors: AuthorList, main: AuthorList, agree: bool
) -> Iterator[SourcedValue]:
    """Affiliations of one language, matched to the main ones by mark if possible, else by order.

    `agree`: all languages have as many; else the order may mislead.
    """
    places_by_sign = {sign: at for at, line in enumerate(main.affiliations) for sign in line.signs}
    count = max(len(main.affiliations), 1)
    for at, affiliation in enumerate(authors.affiliations):
        place = next(
            (places_by_sign[sign] for sign in affiliation.signs if sign in places_by_sign), at
        )
        is_told = agree or affiliation.signs
        sureness = Sureness.CERTAIN if is_told else Sureness.LIKELY
        sureness = sureness if at < count else Sureness.DOUBTFUL
        path = f"affiliations.{place}"
        yield SourcedValue(f"{path}.id", place + 1, affiliation.lines)
        yield SourcedValue(
            f"{path}.name.{affiliation.language or authors.language}",
            affiliation.name,
            affiliation.lines,
            sureness,
        )


def _affiliation_numbers(
    author_lists: list[AuthorList], main: AuthorList
) -> Iterator[SourcedValue]:
    """The affiliations of each author, from the first language that tells them."""
    main_first = [main, *(authors for authors in author_lists if authors is not main)]
    for at, person in enumerate(main.people):
        for authors in main_first:
            if at < len(authors.affiliation_places) and authors.affiliation_places[at]:
                numbers = sorted(place + 1 for place in authors.affiliation_places[at])
                sureness = Sureness.CERTAIN if authors.is_marked else Sureness.LIKELY
                yield SourcedValue(f"authors.{at}.affiliations", numbers, person.lines, sureness)
                break


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


def _contact_lines(layout: Layout, headers: list[Header]) -> list[Paragraph]:
    """Lines of e-mails and ORCIDs, also those on a line with an organisation."""
    contacts = list(_labelled_contacts(layout))
    for header in headers:
        contacts += header.contacts
        contacts += [
            Paragraph(text=" ".join((*line.emails, *line.orcids)), lines=line.lines)
            for line in header.affiliations
            if line.emails or line.orcids
        ]
    return contacts

"""Reads manuscript JSON, `manuscript-truth/1`, into a record: everything as printed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import zip_longest

import msgspec
from django.utils.translation import gettext_lazy as _

from articles.records import identifiers
from articles.records.cleaning import InvalidValue, clean_line
from articles.records.languages import LANGUAGES, Language, Text, tidy
from articles.records.names import Name, parse_names
from articles.records.pages import Pages, pages_from
from articles.records.record import Affiliation, Authorship, Funding, Record, Reference

from ..exceptions import Unreadable, from_validation_error
from ..json_file import Tree, clean
from .body import html_blocks
from .schema import Author, Manuscript, Printed, ReferenceLists
from .schema import Pages as PrintedPages
from .statements import split_statements

SCHEMA = "manuscript-truth/1"

PRINTED_DOI = re.compile(r"10\.[0-9]{4,9}/[^\s\]>]+")
AWARD = re.compile(r"\b[A-ZА-Я]{2}\s?\d{6,10}\b")


def read(tree: Tree) -> Record:
    """Return the record; raises Unreadable with the path of a value that does not fit."""
    try:
        manuscript = msgspec.convert(clean(tree), Manuscript)
    except msgspec.ValidationError as error:
        raise from_validation_error(error) from error
    return to_record(manuscript)


def to_record(manuscript: Manuscript) -> Record:
    """Return the record; nothing is translated, romanized or guessed."""
    language = manuscript.article_language
    statements, others = split_statements(
        [(part.heading, part.text) for part in manuscript.other_sections], language
    )
    body = [*((part.heading, part.text) for part in manuscript.sections), *others]
    pages = pages_of(manuscript.pages)
    return Record(
        language=language,
        title=text_of(manuscript.title),
        abstract=text_of(manuscript.abstract),
        keywords=dict(keyword_lists(manuscript)),
        authors=tuple(authorships(manuscript)),
        affiliations=tuple(
            Affiliation(name=text_of(affiliation.name)) for affiliation in manuscript.affiliations
        ),
        irsti=codes(identifiers.irsti, manuscript.irsti, "irsti"),
        udc=codes(identifiers.udc, manuscript.udc, "udc"),
        doi=code(identifiers.doi, manuscript.doi, "doi"),
        first_page=pages.first,
        last_page=pages.last,
        page_ranges=pages.further,
        received_on=manuscript.dates.get("received"),
        revised_on=manuscript.dates.get("revised"),
        accepted_on=manuscript.dates.get("accepted"),
        published_on=manuscript.dates.get("published"),
        statements=statements,
        body="".join(html_blocks(body)),
        references=tuple(references(manuscript.references)),
        funding=tuple(fundings(manuscript.funding, language)),
    )


def pages_of(printed: PrintedPages | None) -> Pages:
    """Return the pages; a last page `15, 18` is page 15 and the further page 18."""
    if printed is None:
        return Pages()
    return pages_from(str(printed.first), "" if printed.last is None else str(printed.last))


def text_of(printed: Printed) -> Text:
    """Return each language on one line, without the empty ones."""
    return tidy({language: clean_line(value or "") for language, value in printed.items()})


def keyword_lists(manuscript: Manuscript) -> Iterator[tuple[Language, tuple[str, ...]]]:
    """The keywords of each language that has any."""
    for language in LANGUAGES:
        terms = tuple(filter(None, map(clean_line, manuscript.keywords.get(language, ()))))
        if terms:
            yield language, terms


def authorships(manuscript: Manuscript) -> Iterator[Authorship]:
    """The authors in order."""
    bylines = {language: names(manuscript, language) for language in LANGUAGES}
    for place, author in enumerate(manuscript.authors):
        field = f"authors[{place + 1}]"
        yield Authorship(
            names={code: byline[place] for code, byline in bylines.items() if place in byline},
            bio=bio(manuscript, place),
            orcid=code(identifiers.orcid, author.orcid, f"{field}.orcid"),
            email=(author.email or "").strip().removeprefix("mailto:"),
            corresponding=author.corresponding,
            marks=tuple(marks(author, manuscript, f"{field}.affiliations")),
        )


def names(manuscript: Manuscript, language: Language) -> dict[int, Name]:
    """Return the names by the author's place.

    They are parsed together: a name whose order is known decides the order of the others.
    """
    printed = {
        place: name
        for place, author in enumerate(manuscript.authors)
        if (name := author.name.get(language))
    }
    return dict(zip(printed, parse_names(list(printed.values()), language), strict=True))


def bio(manuscript: Manuscript, place: int) -> Text:
    """Return the biography of one author, in the languages that have one for every author."""
    count = len(manuscript.authors)
    return text_of(
        {code: bios[place] for code, bios in manuscript.bios.items() if len(bios) == count}
    )


def marks(author: Author, manuscript: Manuscript, field: str) -> Iterator[int]:
    """The places (1, 2 …) of the affiliations whose numbers the author has."""
    places = {
        affiliation.id or place: place
        for place, affiliation in enumerate(manuscript.affiliations, 1)
    }
    for mark in author.affiliations:
        if mark not in places:
            raise Unreadable(_("There is no affiliation %(mark)d.") % {"mark": mark}, field=field)
        yield places[mark]


def codes(normalise: Callable[[str], str], printed: tuple[str, ...], field: str) -> tuple[str, ...]:
    """Return the codes in canonical form; raises Unreadable with the field of an invalid one."""
    return tuple(
        code(normalise, value, f"{field}[{n}]") for n, value in enumerate(printed, 1) if value
    )


def code(normalise: Callable[[str], str], printed: str | None, field: str) -> str:
    """Return an identifier in its canonical form, or ''; raises Unreadable with its field."""
    try:
        return normalise(printed) if printed else ""
    except InvalidValue as refusal:
        raise Unreadable(str(refusal), field=field) from refusal


def references(lists: ReferenceLists) -> Iterator[Reference]:
    """The two lists side by side by number; the rest of the longer one stays alone."""
    for text, romanized in zip_longest(lists.original, lists.romanized, fillvalue=""):
        yield Reference(
            text=clean_line(text),
            romanized=clean_line(romanized),
            doi=printed_doi(text) or printed_doi(romanized),
        )


def printed_doi(entry: str) -> str:
    """Return the DOI printed in a reference, if it is valid and the only one."""
    dois = {doi.rstrip(".,;)") for doi in PRINTED_DOI.findall(entry)}
    doi = dois.pop() if len(dois) == 1 else ""
    return doi if identifiers.is_doi(doi) else ""


def fundings(printed: str | None, language: Language) -> Iterator[Funding]:
    """The funding sentence as the funder, with the award number if it has the usual form."""
    if sentence := clean_line(printed or ""):
        award = AWARD.search(sentence)
        yield Funding(funder={language: sentence}, award=award[0] if award else "")

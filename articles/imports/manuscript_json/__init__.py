"""Manuscript JSON: what is read out of a manuscript, as printed, becomes a record."""

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
from articles.records.record import Affiliation, Authorship, Funding, Record, Reference

from ..exceptions import Unreadable, misfit
from ..json_file import Tree, cleaned
from .body import paragraphs
from .schema import Author, Manuscript, Printed, ReferenceLists
from .statements import statements_of

SCHEMA = "manuscript-truth/1"

PRINTED_DOI = re.compile(r"10\.[0-9]{4,9}/[^\s\]>]+")
AWARD = re.compile(r"\b[A-ZА-Я]{2}\s?\d{6,10}\b")


def read(tree: Tree) -> Record:
    """Raises Unreadable with the path of what does not fit."""
    try:
        manuscript = msgspec.convert(cleaned(tree), Manuscript)
    except msgspec.ValidationError as error:
        raise misfit(error) from error
    return to_record(manuscript)


def to_record(manuscript: Manuscript) -> Record:
    """Nothing is translated, romanized or guessed: what is not printed stays empty."""
    language = manuscript.article_language
    statements, others = statements_of(
        [(part.heading, part.text) for part in manuscript.other_sections], language
    )
    body = [*((part.heading, part.text) for part in manuscript.sections), *others]
    pages = manuscript.pages
    return Record(
        language=language,
        title=lines(manuscript.title),
        abstract=lines(manuscript.abstract),
        keywords=dict(keyword_lists(manuscript)),
        authors=tuple(authorships(manuscript)),
        affiliations=tuple(Affiliation(name=lines(one.name)) for one in manuscript.affiliations),
        irsti=codes(identifiers.irsti, manuscript.irsti, "irsti"),
        udc=codes(identifiers.udc, manuscript.udc, "udc"),
        doi=code(identifiers.doi, manuscript.doi, "doi"),
        first_page=str(pages.first) if pages else "",
        last_page=str(pages.last) if pages and pages.last is not None else "",
        received_on=manuscript.dates.get("received"),
        revised_on=manuscript.dates.get("revised"),
        accepted_on=manuscript.dates.get("accepted"),
        published_on=manuscript.dates.get("published"),
        statements=statements,
        body="".join(paragraphs(body)),
        references=tuple(references(manuscript.references)),
        funding=tuple(fundings(manuscript.funding, language)),
    )


def lines(printed: Printed) -> Text:
    return tidy({language: clean_line(value or "") for language, value in printed.items()})


def keyword_lists(manuscript: Manuscript) -> Iterator[tuple[Language, tuple[str, ...]]]:
    for language in LANGUAGES:
        terms = tuple(filter(None, map(clean_line, manuscript.keywords.get(language, ()))))
        if terms:
            yield language, terms


def authorships(manuscript: Manuscript) -> Iterator[Authorship]:
    bylines = {language: names(manuscript, language) for language in LANGUAGES}
    for place, author in enumerate(manuscript.authors):
        field = f"authors[{place + 1}]"
        yield Authorship(
            names={code: found[place] for code, found in bylines.items() if place in found},
            bio=bio(manuscript, place),
            orcid=code(identifiers.orcid, author.orcid, f"{field}.orcid"),
            email=(author.email or "").strip().removeprefix("mailto:"),
            corresponding=author.corresponding,
            marks=tuple(marks(author, manuscript, f"{field}.affiliations")),
        )


def names(manuscript: Manuscript, language: Language) -> dict[int, Name]:
    """By the author's place; read together, for who tells the order tells that of the others."""
    printed = {
        place: name
        for place, author in enumerate(manuscript.authors)
        if (name := author.name.get(language))
    }
    return dict(zip(printed, parse_names(list(printed.values()), language), strict=True))


def bio(manuscript: Manuscript, place: int) -> Text:
    """By the order of the authors, in a language that tells of each of them, else not at all."""
    count = len(manuscript.authors)
    return lines(
        {code: bios[place] for code, bios in manuscript.bios.items() if len(bios) == count}
    )


def marks(author: Author, manuscript: Manuscript, field: str) -> Iterator[int]:
    """The places of the organisations whose numbers the author carries."""
    places = {one.id or place: place for place, one in enumerate(manuscript.affiliations, 1)}
    for mark in author.affiliations:
        if mark not in places:
            raise Unreadable(_("There is no affiliation %(mark)d.") % {"mark": mark}, field=field)
        yield places[mark]


def codes(normalise: Callable[[str], str], written: tuple[str, ...], field: str) -> tuple[str, ...]:
    return tuple(code(normalise, one, f"{field}[{n}]") for n, one in enumerate(written, 1) if one)


def code(normalise: Callable[[str], str], written: str | None, field: str) -> str:
    """An identifier in its one right form, or '' where there is none."""
    try:
        return normalise(written) if written else ""
    except InvalidValue as refusal:
        raise Unreadable(str(refusal), field=field) from refusal


def references(lists: ReferenceLists) -> Iterator[Reference]:
    """The two lists side by side by number; what the longer one has more keeps its place."""
    for text, romanized in zip_longest(lists.original, lists.romanized, fillvalue=""):
        yield Reference(
            text=clean_line(text),
            romanized=clean_line(romanized),
            doi=printed_doi(text) or printed_doi(romanized),
        )


def printed_doi(entry: str) -> str:
    """The DOI that an entry prints, where it is one and the only one."""
    found = {doi.rstrip(".,;)") for doi in PRINTED_DOI.findall(entry)}
    doi = found.pop() if len(found) == 1 else ""
    return doi if identifiers.is_doi(doi) else ""


def fundings(printed: str | None, language: Language) -> Iterator[Funding]:
    """The sentence stays whole; the number of the award beside it where it is a usual one."""
    if sentence := clean_line(printed or ""):
        award = AWARD.search(sentence)
        yield Funding(funder={language: sentence}, award=award[0] if award else "")

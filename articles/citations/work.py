"""The parts of a citation in one language, before a style puts them in order."""

from __future__ import annotations

import re

import msgspec

from articles.records.imprint import year_of
from articles.records.languages import Language, prefer, preferred_language
from articles.records.markup import tidy_markup
from articles.records.names import Name
from articles.records.notices import status_word
from articles.records.record import Authorship, Record
from articles.records.urls import doi_url, page_url

from .terms import TERMS, Terms

# `the U.S.`, `и т. д.`, `и др.`, `etc.`, `...`
KEPT_STOP = re.compile(r"(?:\.\.|\b(?:[^\W\d_]|др|пр|etc|Inc|Ltd|Jr|Sr)\.)$")


class Work(msgspec.Struct, frozen=True, kw_only=True):
    """An article as a cited work; an author is a Name, or the text of an organisation."""

    language: Language
    terms: Terms
    authors: tuple[Name | str, ...]
    title: str  # with its markup
    journal: str
    year: int | None
    address: str  # the DOI as an address, else the article's page

    @property
    def people(self) -> tuple[Name, ...]:
        """The authors who are people."""
        return tuple(author for author in self.authors if isinstance(author, Name))

    @property
    def organisations(self) -> tuple[str, ...]:
        """The authors that are organisations."""
        return tuple(author for author in self.authors if isinstance(author, str))


def work_of(record: Record, language: Language) -> Work:
    """Return the article in this language; wholly in another, if it has no title in this one."""
    language = citation_language(record, language)
    terms = TERMS[language]
    authors = (_author(author, language, record.language) for author in record.authors)
    word = status_word(record, language)
    title = _without_final_stop(tidy_markup(prefer(record.title, language, record.language)))
    return Work(
        language=language,
        terms=terms,
        authors=tuple(author for author in authors if author),
        title=f"{title} [{word}]" if word else title,
        journal=prefer(record.journal.name, language, record.language) if record.journal else "",
        year=year_of(record),
        address=_address(record, language),
    )


def _without_final_stop(title: str) -> str:
    """The title without a full stop at its end, unless that is an abbreviation's or an ellipsis."""
    title = title.strip()
    return title if KEPT_STOP.search(title) else title.rstrip(".")


def citation_language(record: Record, asked: Language) -> Language:
    """Return the language of a citation: the one asked for if there is a title in it."""
    return preferred_language(record.title, asked, record.language) or asked


def _author(author: Authorship, *languages: Language) -> Name | str | None:
    if author.kind == "organisation":
        return prefer(author.collective, *languages)
    code = preferred_language(
        [code for code, name in author.names.items() if name.family], *languages
    )
    return author.names[code] if code else None


def _address(record: Record, language: Language) -> str:
    if record.doi:
        return doi_url(record.doi)
    return page_url(record, language) if record.site and record.id else ""

"""RIS, read by Zotero, Mendeley and EndNote."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from articles.exports.format import EntryLanguage, Stamp, require_exportable
from articles.exports.notices import notice_lines
from articles.exports.reference_managers import (
    check_entries,
    doi_address,
    entry_key,
    entry_languages,
    issns,
    journal_text,
    people,
)
from articles.records.cleaning import clean_line
from articles.records.findings import Finding
from articles.records.imprint import issued_on, number_and_part, volume_of, year_of
from articles.records.languages import Language
from articles.records.markup import flat
from articles.records.names import Name, inverted_name
from articles.records.notices import with_marked_title
from articles.records.pages import pages_of
from articles.records.record import Record
from articles.records.urls import galley_url, page_url


def write(records: Iterable[Record], stamp: Stamp, language: EntryLanguage = "") -> Iterator[bytes]:
    """Yield one entry for each article, or one for each of its languages. Raises NotExportable."""
    for record in records:
        require_exportable(record, check)
        for code in entry_languages(record, language):
            values = ((name, clean_line(value)) for name, value in tags(record, code))
            lines = (f"{name}  - {value}" for name, value in values if value)
            yield "\r\n".join([*lines, "ER  - ", "", ""]).encode()


def check(record: Record) -> Iterator[Finding]:
    """Find what a reference manager cannot do without."""
    yield from check_entries(record)


def tags(record: Record, language: Language) -> Iterator[tuple[str, str]]:
    """The lines of an entry: TY is first.

    The titles in other languages are parallel titles: neither OP, the title of the work that was
    translated, nor TT, a translation made for the catalogue.
    """
    record = with_marked_title(record)
    yield "TY", "JOUR"
    yield "ID", entry_key(record, language)
    for person in people(record, language):
        yield "AU", inverted_name(person) if isinstance(person, Name) else person
    yield "TI", flat(record.title[language])
    yield "T2", journal_text(record, "name", language)
    yield from _place(record, language)
    for issn in issns(record):
        yield "SN", issn
    yield "DO", record.doi
    page = page_url(record, language) if record.site and record.id else ""
    yield "UR", (doi_address(record) or page).replace(";", "%3B")  # RIS parts addresses by ;
    yield "LA", language
    yield "PB", journal_text(record, "publisher", language)
    yield "CY", journal_text(record, "city", language)
    for term in record.keywords.get(language, ()):
        yield "KW", flat(term)
    yield "AB", flat(record.abstract.get(language, ""))
    for line in notice_lines(record, language):
        yield "N1", line
    for galley in record.galleys:
        if galley.kind == "pdf" and galley.id and record.site:
            yield "L1", galley_url(record, galley)


def _place(record: Record, language: Language) -> Iterator[tuple[str, str]]:
    """Year, volume and pages. SP holds all pages where they are more than one range, as in EndNote,
    and the article number where there are none: Zotero does not read C7.
    """
    day, year = issued_on(record), year_of(record)
    yield "PY", str(year or "")
    yield "DA", f"{day:%Y/%m/%d}/" if day else f"{year}///" if year else ""
    yield "VL", volume_of(record)
    yield "IS", number_and_part(record, language)
    pages = pages_of(record)
    yield "SP", pages.listed() if pages.further else pages.first or record.article_number
    yield "EP", "" if pages.further else pages.last
    yield "C7", record.article_number

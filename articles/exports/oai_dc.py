"""Dublin Core for OAI-PMH: every element in each language that the article has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from articles.exports.characters import check_characters
from articles.exports.format import Stamp
from articles.exports.identifiers import is_doi
from articles.exports.notices import notice_lines, related_url
from articles.exports.record_values import READABLE, full_texts, in_order, licence_of
from articles.exports.xml import Xml, block, language_tag
from articles.exports.xml_documents import documents
from articles.records.findings import Finding
from articles.records.imprint import (
    issued,
    numbered,
    page_range,
    part_label,
    printed_number,
    year_of,
)
from articles.records.languages import CODES, LANGUAGES, Language
from articles.records.licences import is_open_access
from articles.records.markup import flat
from articles.records.names import inverted_name
from articles.records.notices import with_marked_title
from articles.records.record import Authorship, Record
from articles.records.urls import doi_url, galley_url, page_url

ROOT = {
    "xmlns:oai_dc": "http://www.openarchives.org/OAI/2.0/oai_dc/",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "xsi:schemaLocation": (
        "http://www.openarchives.org/OAI/2.0/oai_dc/ http://www.openarchives.org/OAI/2.0/oai_dc.xsd"
    ),
}
EU_REPO = "info:eu-repo/semantics/"
TYPES = {
    "research": "article",
    "short": "article",
    "review": "review",
    "conference": "conferencePaper",
    "book_review": "bookReview",
    "editorial": "contributionToPeriodical",
    "letter": "contributionToPeriodical",
}
NUMBER: dict[Language, str] = {"kk": "№", "ru": "№", "en": "No."}
VOLUME: dict[Language, str] = {"kk": "Т.", "ru": "Т.", "en": "Vol."}


def write(records: Iterable[Record], stamp: Stamp) -> Iterator[bytes]:
    return documents(records, "records", element, check)


def check(record: Record) -> Iterator[Finding]:
    """Find control characters; no element of Dublin Core is mandatory."""
    yield from check_characters(record)


def element(record: Record) -> Xml:
    """Return the `oai_dc:dc` element with its namespaces."""
    return block("oai_dc:dc", elements(with_marked_title(record)), ROOT) or Xml("")


def elements(record: Record) -> Iterator[Xml]:
    for code, title in in_order(record.title, record.language):
        yield _dc("title", flat(title), code)
    for author in record.authors:
        yield from creators(author, record.language)
    for code in _languages(record):
        for keyword in record.keywords.get(code, ()):
            yield _dc("subject", flat(keyword), code)
    for code, abstract in in_order(record.abstract, record.language):
        yield _dc("description", flat(abstract), code)
    for code in _languages(record):
        for line in notice_lines(record, code) if code in record.title else ():
            yield _dc("description", line, code)
    yield from publication(record)
    yield from addresses(record)
    licence = licence_of(record)
    yield _dc("rights", f"{EU_REPO}openAccess" if is_open_access(licence) else "")
    yield _dc("rights", licence)


def creators(author: Authorship, language: Language) -> Iterator[Xml]:
    """Each spelling of a name once, the article's language first."""
    spelled: dict[str, Language] = {}
    for code in dict.fromkeys((language, *LANGUAGES)):
        name = author.names.get(code)
        printed = inverted_name(name) if name else author.collective.get(code, "")
        spelled.setdefault(printed, code)
    for printed, code in spelled.items():
        yield _dc("creator", printed, code)


def publication(record: Record) -> Iterator[Xml]:
    journal = record.journal
    for code, publisher in in_order(journal.publisher, record.language) if journal else ():
        yield _dc("publisher", publisher, code)
    yield _dc("date", issued(record))
    yield _dc("type", EU_REPO + TYPES.get(record.type, "other"))
    yield _dc("type", EU_REPO + "publishedVersion")
    for kind in dict.fromkeys(galley.kind for galley in full_texts(record)):
        yield _dc("format", READABLE[kind])
    for code, name in in_order(journal.name, record.language) if journal else ():
        yield _dc("source", f"{name}{imprint(record, code)}", code)
    if journal:
        yield _dc("source", journal.issn_print)
        yield _dc("source", journal.issn_online)
    yield _dc("language", CODES[record.language].iso639_2)


def imprint(record: Record, code: Language) -> str:
    """Return volume, number, part, year and pages: `; № 1 (134), ч. 2, 2021; 23-30`."""
    issue = record.issue
    number = printed_number(issue) if issue else ""
    numbers = (
        f"{VOLUME[code]} {issue.volume}" if issue and issue.volume else "",
        numbered(number, NUMBER[code]) if number else "",
        part_label(issue.part, code) if issue else "",
        str(year_of(record) or ""),
    )
    parts = (
        ", ".join(filter(None, numbers)),
        page_range(record) or record.article_number,
    )
    return "".join(f"; {part.strip()}" for part in parts if part)


def addresses(record: Record) -> Iterator[Xml]:
    if is_doi(record.doi):
        yield _dc("identifier", doi_url(record.doi))
    if record.id and record.site:
        yield _dc("identifier", page_url(record, record.language))
        for galley in full_texts(record):
            yield _dc("relation", galley_url(record, galley))
    for relation in record.relations:
        yield _dc("relation", related_url(record, relation))


def _languages(record: Record) -> Iterable[Language]:
    return dict.fromkeys((record.language, *LANGUAGES))


def _dc(name: str, value: str, code: str = "") -> Xml:
    return language_tag(f"dc:{name}", value, code)

"""Meta tags of an article's page: Highwire Press for Google Scholar, and Dublin Core.

The tags are the same on all three pages of an article, in the language of the full text;
otherwise a crawler would see three articles.
"""

from __future__ import annotations

from collections.abc import Iterator

from articles.exports.record_values import full_texts, licence_of
from articles.exports.reference_managers import issns, journal_text, people
from articles.records.cleaning import clean_line
from articles.records.identifiers import orcid_url
from articles.records.imprint import issued, number_and_part, online_on, page_range, volume_of
from articles.records.languages import prefer, preferred_language
from articles.records.markup import flat
from articles.records.names import Name, inverted_name
from articles.records.notices import with_marked_title
from articles.records.pages import pages_of
from articles.records.record import Authorship, Record
from articles.records.urls import doi_url, galley_url, page_url

Tag = tuple[str, str]  # name, content


def tags(record: Record) -> Iterator[Tag]:
    """Return the Highwire tags; the institutions of an author follow the author."""
    return _filled(_tags(with_marked_title(record)))


def dublin_core(record: Record) -> Iterator[Tag]:
    """Return the same facts as Dublin Core, for Zotero and library robots."""
    return _filled(_dublin_core(with_marked_title(record)))


def _tags(record: Record) -> Iterator[Tag]:
    yield "citation_title", prefer(record.title, record.language)
    for author in record.authors:
        yield "citation_author", _name(author, record)
        for institution in _institutions(author, record):
            yield "citation_author_institution", institution
        yield "citation_author_orcid", orcid_url(author.orcid) if author.orcid else ""
    yield "citation_publication_date", issued(record).replace("-", "/")
    day = online_on(record)
    yield "citation_online_date", f"{day:%Y/%m/%d}" if day else ""
    yield "citation_journal_title", journal_text(record, "name", record.language)
    yield "citation_publisher", journal_text(record, "publisher", record.language)
    for issn in issns(record):
        yield "citation_issn", issn
    yield "citation_volume", volume_of(record)
    yield "citation_issue", number_and_part(record, record.language)
    pages = pages_of(record)
    yield "citation_firstpage", pages.first or record.article_number
    yield "citation_lastpage", pages.end
    yield "citation_doi", record.doi
    yield "citation_language", record.language
    if record.site and record.id:
        yield "citation_abstract_html_url", page_url(record, record.language)
        yield from _files(record)
    yield "citation_keywords", "; ".join(record.keywords.get(record.language, ()))
    for reference in record.references:
        yield "citation_reference", reference.text or reference.romanized


def _dublin_core(record: Record) -> Iterator[Tag]:
    yield "DC.title", prefer(record.title, record.language)
    for code, title in record.title.items():
        yield "DCTERMS.alternative", title if code != record.language else ""
    for person in people(record, record.language):
        yield "DC.creator", inverted_name(person) if isinstance(person, Name) else person
    for term in record.keywords.get(record.language, ()):
        yield "DC.subject", term
    yield "DC.description", prefer(record.abstract, record.language)
    yield "DC.publisher", journal_text(record, "publisher", record.language)
    yield "DC.date", issued(record)
    yield "DCTERMS.available", str(online_on(record) or "")
    yield "DC.type", "Text"
    yield "DC.format", "text/html"
    yield "DC.identifier", doi_url(record.doi) if record.doi else ""
    yield "DC.language", record.language
    yield "DC.rights", licence_of(record)
    yield "DC.source", journal_text(record, "name", record.language)
    for issn in issns(record):
        yield "DC.source.issn", issn
    yield "DC.source.volume", volume_of(record)
    yield "DC.source.issue", number_and_part(record, record.language)
    yield "DC.identifier.pageNumber", page_range(record) or record.article_number


def _files(record: Record) -> Iterator[Tag]:
    """The PDF in the article's language, or the only one: crawlers read one."""
    pdfs = [galley for galley in full_texts(record) if galley.kind == "pdf"]
    for galley in pdfs[:1]:
        yield "citation_pdf_url", galley_url(record, galley)


def _name(author: Authorship, record: Record) -> str:
    if author.kind == "organisation":
        return prefer(author.collective, record.language)
    code = preferred_language(author.names, record.language)
    return inverted_name(author.names[code]) if code else ""


def _institutions(author: Authorship, record: Record) -> Iterator[str]:
    for mark in author.marks:
        if 0 < mark <= len(record.affiliations):
            yield prefer(record.affiliations[mark - 1].name, record.language)


def _filled(all_tags: Iterator[Tag]) -> Iterator[Tag]:
    """The tags on one line without markup, without the empty ones."""
    for name, content in all_tags:
        if content := clean_line(flat(content)):
            yield name, content

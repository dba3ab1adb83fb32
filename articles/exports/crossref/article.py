"""One `journal_article` of a Crossref deposit, its parts in the order of the schema."""

from __future__ import annotations

from collections.abc import Iterator

from articles.exports.crossref.citations import citation_list
from articles.exports.crossref.container import day_or_year, is_printed, issue_date
from articles.exports.crossref.contributors import contributors
from articles.exports.crossref.rights import crossmark_or_programs, relations
from articles.exports.record_values import READABLE, full_texts, in_order, paragraphs
from articles.exports.xml import (
    JATS_MARKS,
    NOTHING,
    Xml,
    block,
    marked_up_text,
    tag,
    text,
    text_tag,
)
from articles.records.imprint import online_on, year_of
from articles.records.notices import with_marked_title
from articles.records.pages import pages_of
from articles.records.record import Galley, Record
from articles.records.urls import galley_url, resource_url

TITLE_MARKS = {mark: mark for mark in JATS_MARKS}  # face markup has HTML's names
ABSTRACT_MARKS = {mark: f"jats:{name}" for mark, name in JATS_MARKS.items()}
VERSION = tag("version", text("1"), {"xml:lang": "en"})


def article(record: Record) -> Xml:
    record = with_marked_title(record)
    return block(
        "journal_article",
        [
            *titles(record),
            contributors(record),
            *abstracts(record),
            *dates(record),
            pages(record),
            article_number(record),
            *crossmark_or_programs(record),
            relations(record),
            tag("version_info", VERSION),
            doi_data(record),
            citation_list(record),
        ],
        {"publication_type": "full_text", "language": record.language},
    )


def titles(record: Record) -> Iterator[Xml]:
    """The titles: they have no language attribute, so the article's language is first."""
    for _code, title in in_order(record.title, record.language):
        yield tag("titles", tag("title", marked_up_text(title, TITLE_MARKS)))


def abstracts(record: Record) -> Iterator[Xml]:
    for code, abstract in in_order(record.abstract, record.language):
        lines = (
            tag("jats:p", marked_up_text(line, ABSTRACT_MARKS)) for line in paragraphs(abstract)
        )
        yield tag("jats:abstract", Xml("".join(lines)), {"xml:lang": code})


def dates(record: Record) -> Iterator[Xml]:
    """The day online; the issue's date, if it is printed or another day; that of acceptance."""
    yield day_or_year("publication_date", record.published_on, year_of(record) or 0, "online")
    if is_printed(record):
        yield issue_date(record, "print")
    elif online_on(record):
        yield issue_date(record, "other")
    if record.accepted_on:
        yield day_or_year("acceptance_date", record.accepted_on, record.accepted_on.year)


def pages(record: Record) -> Xml:
    """The first range, and the others as other_pages."""
    pages = pages_of(record)
    if not pages.first:
        return NOTHING
    parts = [
        text_tag("first_page", pages.first),
        text_tag("last_page", pages.last),
        text_tag("other_pages", ", ".join(pages.further)),
    ]
    return tag("pages", Xml("".join(parts)))


def article_number(record: Record) -> Xml:
    number = text_tag("item_number", record.article_number, {"item_number_type": "article_number"})
    return tag("publisher_item", number) if number else NOTHING


def doi_data(record: Record) -> Xml:
    galleys = full_texts(record)
    pdfs = [galley for galley in galleys if galley.kind == "pdf"][:1]
    crawled = (_crawler_item(record, galley) for galley in pdfs)
    mined = (_mining_item(record, galley) for galley in galleys)
    return block(
        "doi_data",
        [
            tag("doi", text(record.doi)),
            tag("resource", text(resource_url(record))),
            block("collection", crawled, {"property": "crawler-based"}),
            block("collection", mined, {"property": "text-mining"}),
        ],
    )


def _crawler_item(record: Record, galley: Galley) -> Xml:
    address = text(galley_url(record, galley))
    resource = tag("resource", address, {"mime_type": READABLE[galley.kind]})
    return tag("item", resource, {"crawler": "similarity-check"})


def _mining_item(record: Record, galley: Galley) -> Xml:
    address = text(galley_url(record, galley))
    mime = {"mime_type": READABLE[galley.kind], "content_version": "vor"}
    return tag("item", tag("resource", address, mime))

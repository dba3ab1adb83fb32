"""The `front` of a JATS article: its journal and its metadata, in the order of the DTD."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from articles.exports.jats.contributors import author_notes, contributors
from articles.exports.jats.rights import funding, permissions, publication_history, related_articles
from articles.exports.record_values import full_texts, in_order, paragraphs
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
from articles.records.imprint import issued, issued_on, number_of, online_on, volume_of
from articles.records.jats import CODES, HISTORY
from articles.records.languages import LANGUAGES, Language, Text
from articles.records.pages import pages_of
from articles.records.record import Record
from articles.records.urls import galley_url


def journal_meta(record: Record) -> Xml:
    journal = record.journal
    if not journal:
        return NOTHING
    names = in_order(journal.name, record.language)
    publisher = in_order(journal.publisher, record.language)[:1]
    return block(
        "journal-meta",
        [
            tag("journal-id", text(journal.slug), {"journal-id-type": "publisher-id"}),
            block("journal-title-group", titles_by_language("journal-title", names, marks=False)),
            text_tag("issn", journal.issn_print, {"publication-format": "print"}),
            text_tag("issn", journal.issn_online, {"publication-format": "electronic"}),
            *(block("publisher", [tag("publisher-name", text(name))]) for _code, name in publisher),
        ],
    )


def article_meta(record: Record) -> Xml:
    return block(
        "article-meta",
        [
            *identifiers(record),
            block("article-categories", categories(record)),
            block(
                "title-group",
                titles_by_language("article-title", in_order(record.title, record.language)),
            ),
            *contributors(record),
            author_notes(record),
            *publication_dates(record),
            *numbers(record),
            block("history", history(record)),
            publication_history(record),
            permissions(record),
            *files(record),
            *related_articles(record),
            *abstracts(record.abstract, record),
            *keywords(record),
            funding(record),
            counts(record),
        ],
    )


def titles_by_language(
    name: str, values: Sequence[tuple[Language, str]], marks: bool = True
) -> Iterator[Xml]:
    """The text in the article's language as itself, in others as translations."""
    write = (lambda value: marked_up_text(value, JATS_MARKS)) if marks else text
    for code, value in values[:1]:
        yield tag(name, write(value), {"xml:lang": code})
    for code, value in values[1:]:
        yield block("trans-title-group", [tag("trans-title", write(value))], {"xml:lang": code})


def identifiers(record: Record) -> Iterator[Xml]:
    yield text_tag("article-id", str(record.id or ""), {"pub-id-type": "publisher-id"})
    yield text_tag("article-id", record.doi, {"pub-id-type": "doi"})
    yield text_tag("article-id", record.edn, {"pub-id-type": "custom", "custom-type": "edn"})


def categories(record: Record) -> Iterator[Xml]:
    for code, section in in_order(record.section, record.language):
        subject = tag("subject", text(section))
        yield block("subj-group", [subject], {"subj-group-type": "heading", "xml:lang": code})
    for field, scheme in CODES.items():
        subjects = (text_tag("subject", value) for value in getattr(record, field))
        yield block("subj-group", subjects, {"subj-group-type": scheme})


def publication_dates(record: Record) -> Iterator[Xml]:
    """The day online, and the issue's date, if it is printed or another day."""
    if record.published_on:
        electronic = {"date-type": "pub", "publication-format": "electronic"}
        yield date_tag("pub-date", record.published_on, electronic)
    if not record.issue:
        return
    if record.journal and record.journal.issn_print:
        yield issue_date(record, {"date-type": "pub", "publication-format": "print"})
    elif online_on(record):
        yield issue_date(record, {"date-type": "collection", "publication-format": "electronic"})


def issue_date(record: Record, attributes: dict[str, str]) -> Xml:
    if day := issued_on(record):
        return date_tag("pub-date", day, attributes)
    year = issued(record)
    return tag("pub-date", tag("year", text(year)), {**attributes, "iso-8601-date": year})


def date_tag(name: str, day: date, attributes: dict[str, str]) -> Xml:
    parts = (("day", f"{day.day:02}"), ("month", f"{day.month:02}"), ("year", f"{day.year:04}"))
    content = Xml("".join(tag(part, text(value)) for part, value in parts))
    return tag(name, content, {**attributes, "iso-8601-date": day.isoformat()})


def numbers(record: Record) -> Iterator[Xml]:
    yield text_tag("volume", volume_of(record))
    yield text_tag("issue", number_of(record))
    if record.issue:
        for code, title in in_order(record.issue.title, record.language):
            yield tag("issue-title", text(title), {"xml:lang": code})
        yield text_tag("issue-part", record.issue.part)
    pages = pages_of(record)
    if pages.first:
        yield text_tag("fpage", pages.first)
        yield text_tag("lpage", pages.end)
        yield text_tag("page-range", pages.listed() if pages.further else "")
    else:
        yield text_tag("elocation-id", record.article_number)


def history(record: Record) -> Iterator[Xml]:
    for field, kind in HISTORY.items():
        if day := getattr(record, field):
            yield date_tag("date", day, {"date-type": kind})


def files(record: Record) -> Iterator[Xml]:
    for galley in full_texts(record):
        attributes = {
            "content-type": galley.kind,
            "xlink:href": galley_url(record, galley),
            "xml:lang": galley.language,
        }
        yield tag("self-uri", NOTHING, attributes)


def abstracts(values: Text, record: Record) -> Iterator[Xml]:
    """`abstract` in the article's language, `trans-abstract` in the others."""
    for code, value in in_order(values, record.language):
        name = "abstract" if code == record.language else "trans-abstract"
        lines = (tag("p", marked_up_text(line, JATS_MARKS)) for line in paragraphs(value))
        yield tag(name, Xml("".join(lines)), {"xml:lang": code})


def keywords(record: Record) -> Iterator[Xml]:
    for code in dict.fromkeys((record.language, *LANGUAGES)):
        terms = (text_tag("kwd", term) for term in record.keywords.get(code, ()))
        yield block("kwd-group", terms, {"kwd-group-type": "author", "xml:lang": code})


def counts(record: Record) -> Xml:
    parts = (("ref-count", len(record.references)), ("page-count", pages_of(record).count))
    return block(
        "counts", (tag(name, NOTHING, {"count": str(count)}) for name, count in parts if count)
    )

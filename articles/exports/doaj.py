"""DOAJ article upload, schema 1.3; English comes first, because DOAJ shows the first title."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from django.utils.translation import gettext_lazy as _

from articles.exports import checks
from articles.exports.characters import check_characters
from articles.exports.format import Stamp, require_exportable
from articles.exports.record_values import full_texts, in_order
from articles.exports.xml import DECLARATION, Xml, block, close_tag, open_tag, tag, text, text_tag
from articles.records.countries import country_name
from articles.records.findings import Finding
from articles.records.identifiers import orcid_url
from articles.records.imprint import issued, number_and_part, volume_of
from articles.records.languages import CODES, Language, Text, prefer, preferred_language
from articles.records.markup import flat
from articles.records.names import full_name
from articles.records.notices import with_marked_title
from articles.records.pages import pages_of
from articles.records.record import Affiliation, Authorship, Record
from articles.records.urls import galley_url, page_url

RULE = "doaj"
blocks = partial(checks.blocks, RULE)

DOCUMENT_TYPES = {
    "research": "article",
    "review": "review article",
    "short": "short communication",
    "conference": "conference paper",
    "editorial": "editorial",
    "book_review": "book review",
    "letter": "letter",
    "correction": "correction",
    "retraction": "retraction",
}


def write(records: Iterable[Record], stamp: Stamp) -> Iterator[bytes]:
    """Yield one document; `records` holds at least one record, because DOAJ has no empty list."""
    begun = False
    for record in records:
        require_exportable(record, check)
        if not begun:
            yield f"{DECLARATION}{open_tag('records')}\n".encode()
        begun = True
        yield f"{article(record)}\n".encode()
    if begun:
        yield f"{close_tag('records')}\n".encode()


def check(record: Record) -> Iterator[Finding]:
    """Find what the schema of DOAJ requires, and two rules of its own code."""
    yield from check_characters(record)
    yield from checks.check_title(record, RULE)
    yield from checks.check_year(record, RULE)
    yield from checks.check_names(record, RULE)
    yield from checks.check_countries(record, RULE)
    yield from checks.check_site(record, RULE)
    yield from checks.check_issns(record, RULE)
    journal = record.journal
    if not journal:
        return
    if not in_order(journal.name):
        yield blocks("journal.name", _("The journal has no name."), checks.IN_JOURNAL)
    if not journal.issn_print and not journal.issn_online:
        yield blocks("journal.issn_print", _("DOAJ needs an ISSN."), checks.ISSN_IN_JOURNAL)
    elif journal.issn_print == journal.issn_online:
        yield blocks("journal.issn_online", _("Print and online have the same ISSN."))


def article(record: Record) -> Xml:
    record = with_marked_title(record)
    journal, pages = record.journal, pages_of(record)
    assert journal  # noqa: S101  # the checks refuse a record without one
    return block(
        "record",
        [
            tag("language", text(CODES[record.language].iso639_2)),
            text_tag("publisher", prefer(journal.publisher, "en")),
            text_tag("journalTitle", prefer(journal.name, "en")),
            text_tag("issn", journal.issn_print),
            text_tag("eissn", journal.issn_online),
            tag("publicationDate", text(issued(record))),
            text_tag("volume", volume_of(record)),
            text_tag("issue", number_and_part(record, "en")),
            text_tag("startPage", pages.first or record.article_number),
            text_tag("endPage", pages.end),
            text_tag("doi", record.doi),
            tag("publisherRecordId", text(str(record.id))),
            text_tag("documentType", DOCUMENT_TYPES.get(record.type, "")),
            *texts("title", record.title),
            block("authors", [author(each, record) for each in record.authors]),
            block("affiliationsList", affiliations(record)),
            *texts("abstract", record.abstract),
            full_text(record),
            *keywords(record),
        ],
    )


def texts(name: str, values: Text) -> Iterator[Xml]:
    for code, value in in_order(values, "en"):
        yield tag(name, text(flat(value)), _language(code))


def author(each: Authorship, record: Record) -> Xml:
    """One author with the Latin name, which readers of DOAJ search for."""
    name = prefer(each.collective, "en", record.language)
    if each.kind == "person" and (code := preferred_language(checks.named_languages(each), "en")):
        name = full_name(each.names[code], code)
    marks = (mark for mark in each.marks if 1 <= mark <= len(record.affiliations))
    parts = [
        text_tag("name", name),
        text_tag("email", each.email if each.corresponding else ""),
        *(tag("affiliationId", text(str(mark))) for mark in marks),
        text_tag("orcid_id", orcid_url(each.orcid) if each.orcid else ""),
    ]
    return tag("author", Xml("".join(parts)))


def affiliations(record: Record) -> Iterator[Xml]:
    for place, affiliation in enumerate(record.affiliations, 1):
        yield text_tag("affiliationName", organisation(affiliation), {"affiliationId": str(place)})


def organisation(affiliation: Affiliation) -> str:
    """Return `University, Almaty, Kazakhstan` in one language as far as known."""
    code = preferred_language(affiliation.name, "en") or "en"
    country = country_name(affiliation.country, code) if affiliation.country else ""
    parts = (affiliation.name.get(code, ""), prefer(affiliation.city, code), country)
    return ", ".join(filter(None, map(str.strip, parts)))


def full_text(record: Record) -> Xml:
    """The address of the PDF, or of the article's page: it is mandatory."""
    for galley in full_texts(record):
        if galley.kind in ("pdf", "html"):
            return tag("fullTextUrl", text(galley_url(record, galley)), {"format": galley.kind})
    return tag("fullTextUrl", text(page_url(record, record.language)), {"format": "html"})


def keywords(record: Record) -> Iterator[Xml]:
    for code in sorted(record.keywords, key=lambda code: code != "en"):
        terms = (text_tag("keyword", flat(term)) for term in record.keywords[code])
        yield block("keywords", terms, _language(code))


def _language(code: Language) -> dict[str, str]:
    return {"language": CODES[code].iso639_2}

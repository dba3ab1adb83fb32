"""Copyright, licence, funding and related articles in JATS."""

from __future__ import annotations

from collections.abc import Iterator

from articles.exports.identifiers import is_doi
from articles.exports.jats.contributors import each_language
from articles.exports.notices import related_page
from articles.exports.record_values import in_order, licence_of
from articles.exports.xml import NOTHING, Xml, block, tag, text, text_tag
from articles.records.jats import EVENTS, RELATED_ARTICLES
from articles.records.languages import Language
from articles.records.notices import status_word
from articles.records.record import Funding, Record


def permissions(record: Record) -> Xml:
    year = str(record.copyright_year or "")
    return block(
        "permissions",
        [
            text_tag("copyright-year", year),
            *each_language("copyright-holder", record.copyright_holder, record.language),
            licence(record),
        ],
    )


def licence(record: Record) -> Xml:
    address = licence_of(record)
    if not address:
        return NOTHING
    start = {"start_date": record.licence_from.isoformat() if record.licence_from else ""}
    link = tag("ext-link", text(address), {"ext-link-type": "uri", "xlink:href": address})
    parts = [tag("ali:license_ref", text(address), start), tag("license-p", link)]
    return block("license", parts, {"xlink:href": address})


def related_articles(record: Record) -> Iterator[Xml]:
    """The other articles, by the DOI or else by the address of the page."""
    for relation in record.relations:
        has_doi = is_doi(relation.doi)
        attributes = {
            "related-article-type": RELATED_ARTICLES[relation.kind],
            "ext-link-type": "doi" if has_doi else "uri",
            "xlink:href": relation.doi if has_doi else related_page(record, relation),
        }
        if attributes["xlink:href"]:
            yield tag("related-article", NOTHING, attributes)


def publication_history(record: Record) -> Xml:
    """What became of the article after its publication, also where no notice is known."""
    if record.status not in EVENTS:
        return NOTHING
    word = tag("event-desc", text(status_word(record, "en")))
    return block("pub-history", [tag("event", word, {"event-type": EVENTS[record.status]})])


def funding(record: Record) -> Xml:
    return block("funding-group", (award(each, record.language) for each in record.funding))


def award(each: Funding, language: Language) -> Xml:
    sources = [source(each, text(name), code) for code, name in in_order(each.funder, language)]
    if not sources and each.funder_id.strip():
        sources = [source(each, NOTHING, language)]
    return block("award-group", [*sources, text_tag("award-id", each.award)])


def source(each: Funding, name: Xml, code: Language) -> Xml:
    kind = "ror" if "ror.org/" in each.funder_id else "funder-id"
    identifier = text_tag("institution-id", each.funder_id, {"institution-id-type": kind})
    wrap = Xml(identifier + (tag("institution", name) if name else NOTHING))
    return tag("funding-source", tag("institution-wrap", wrap), {"xml:lang": code})

"""The journal and the publisher of an article in DataCite, with their titles."""

from __future__ import annotations

from collections.abc import Iterator

from articles.exports.record_values import in_order
from articles.exports.xml import NOTHING, Xml, block, tag, text, text_tag
from articles.records.imprint import number_and_part, volume_of, year_of
from articles.records.languages import Text
from articles.records.markup import flat
from articles.records.pages import pages_of
from articles.records.record import Record

TRANSLATED = "TranslatedTitle"


def titles(values: Text, record: Record) -> Iterator[Xml]:
    kind = ""
    for code, title in in_order(values, record.language):
        yield tag("title", text(flat(title).strip()), {"xml:lang": code, "titleType": kind})
        kind = TRANSLATED


def publisher(record: Record) -> Xml:
    names = in_order(record.journal.publisher, "en", record.language) if record.journal else []
    return tag("publisher", text(names[0][1]), {"xml:lang": names[0][0]}) if names else NOTHING


def journal(record: Record) -> Xml:
    facts, pages = record.journal, pages_of(record)
    if not facts:
        return NOTHING
    return block(
        "relatedItem",
        [
            text_tag(
                "relatedItemIdentifier",
                facts.issn_print or facts.issn_online,
                {"relatedItemIdentifierType": "ISSN"},
            ),
            block("titles", titles(facts.name, record)),
            tag("publicationYear", text(f"{year_of(record):04}")),
            text_tag("volume", volume_of(record)),
            text_tag("issue", number_and_part(record, record.language)),
            article_number(record),
            text_tag("firstPage", pages.first),
            text_tag("lastPage", pages.end),
        ],
        {"relationType": "IsPublishedIn", "relatedItemType": "Journal"},
    )


def article_number(record: Record) -> Xml:
    return text_tag("number", record.article_number, {"numberType": "Article"})

"""schema.org as JSON-LD for search engines: all languages in one description."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from articles.exports import checks
from articles.exports.format import Stamp, require_exportable
from articles.exports.notices import related_url
from articles.exports.record_values import READABLE, full_texts, licence_of
from articles.exports.reference_managers import check_entries
from articles.exports.schema_org.people import author, grant
from articles.exports.schema_org.periodical import issue, publisher
from articles.exports.schema_org.values import named_thing, texts, without_empty
from articles.records.cleaning import clean_line
from articles.records.findings import Finding
from articles.records.imprint import issued, page_range
from articles.records.languages import LANGUAGES, prefer
from articles.records.markup import flat
from articles.records.notices import status_word, with_marked_title
from articles.records.pages import pages_of
from articles.records.pictures import picture_url
from articles.records.record import Record, Reference, RelationKind
from articles.records.urls import doi_url, galley_url, page_url, web_address

__all__ = ["check", "element", "script", "write"]

CONTEXT = "https://schema.org"
RELATIONS: dict[RelationKind, str] = {
    "corrects": "about",
    "corrected_by": "correction",
    "retracts": "about",
    "retracted_by": "subjectOf",
    "expresses_concern": "about",
    "concern_expressed_by": "subjectOf",
    "translates": "translationOfWork",
    "translated_by": "workTranslation",
}


def write(records: Iterable[Record], stamp: Stamp) -> Iterator[bytes]:
    """Yield one graph of any number of articles, written as they come. Raises NotExportable."""
    yield f'{{"@context":"{CONTEXT}","@graph":['.encode()
    comma = b""
    for record in records:
        require_exportable(record, check)
        yield comma + msgspec.json.encode(element(record))
        comma = b",\n"
    yield b"]}\n"


def check(record: Record) -> Iterator[Finding]:
    yield from check_entries(record)
    yield from checks.check_countries(record, "schema_org")


def script(record: Record) -> str:
    """Return the JSON for `<script type="application/ld+json">`, which cannot end the element."""
    text = msgspec.json.encode({"@context": CONTEXT, **element(record)}).decode()
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


def element(record: Record) -> dict[str, Any]:
    """Return the article; it is the same on all pages, with the DOI as its `@id`."""
    record = with_marked_title(record)
    address = page_url(record, record.language) if record.site and record.id else ""
    return without_empty(
        {
            "@type": "ScholarlyArticle",
            "@id": doi_url(record.doi) if record.doi else address,
            "url": address,
            "mainEntityOfPage": address,
            "sameAs": doi_url(record.doi) if record.doi else "",
            "inLanguage": record.language,
            "image": picture_url(record),
            "headline": clean_line(flat(prefer(record.title, record.language))),
            "name": texts(record.title),
            "abstract": texts(record.abstract),
            "keywords": [
                {"@type": "DefinedTerm", "name": flat(term), "inLanguage": code}
                for code in LANGUAGES
                for term in record.keywords.get(code, ())
            ],
            "author": [author(each, record) for each in record.authors],
            "datePublished": issued(record),
            "dateModified": str(record.released_on or ""),
            "dateCreated": str(record.received_on or ""),
            "creativeWorkStatus": status_word(record, "en"),
            **_related(record),
            "identifier": _identifiers(record),
            "pagination": page_range(record) or record.article_number,
            "pageStart": pages_of(record).first,
            "pageEnd": pages_of(record).end,
            "isPartOf": issue(record),
            "publisher": publisher(record),
            "license": licence_of(record),
            "copyrightHolder": named_thing(_kind_of_holder(record), record.copyright_holder),
            "copyrightYear": record.copyright_year,
            "isAccessibleForFree": True,
            "encoding": _files(record),
            "funding": [grant(each) for each in record.funding],
            "citation": [
                _reference(place, cited) for place, cited in enumerate(record.references, 1)
            ],
        }
    )


def _kind_of_holder(record: Record) -> str:
    """A person if the copyright names one of the authors, else an organisation."""
    named = any(
        name.family and name.family in record.copyright_holder.get(code, "")
        for author in record.authors
        for code, name in author.names.items()
    )
    return "Person" if named else "Organization"


def _identifiers(record: Record) -> list[dict[str, str]]:
    identifiers = []
    if record.doi:
        identifiers.append({"propertyID": "doi", "value": record.doi, "url": doi_url(record.doi)})
    if record.edn:
        identifiers.append({"propertyID": "edn", "value": record.edn})
    return [{"@type": "PropertyValue", **identifier} for identifier in identifiers]


def _related(record: Record) -> dict[str, list[dict[str, str]]]:
    """The notices and translations, by schema.org's property."""
    related: dict[str, list[dict[str, str]]] = {}
    for relation in record.relations:
        if address := related_url(record, relation):
            work = {"@type": "ScholarlyArticle", "@id": address, "url": address}
            related.setdefault(RELATIONS[relation.kind], []).append(work)
    return related


def _files(record: Record) -> list[dict[str, Any]]:
    if not record.site:
        return []
    return [
        {
            "@type": "MediaObject",
            "contentUrl": galley_url(record, galley),
            "encodingFormat": READABLE[galley.kind],
            "inLanguage": galley.language,
        }
        for galley in full_texts(record)
    ]


def _reference(place: int, cited: Reference) -> dict[str, Any]:
    return without_empty(
        {
            "@type": "CreativeWork",
            "@id": doi_url(cited.doi) if cited.doi else "",
            "position": place,
            "name": flat(cited.text or cited.romanized),
            "url": web_address(cited.url),
        }
    )

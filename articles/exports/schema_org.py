"""schema.org as JSON-LD, which search engines read in a page: all languages in one description."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from articles.exports.choices import full_texts, licence_of
from articles.exports.entries import check_entries, issns
from articles.exports.format import Stamp, demand
from articles.records.addresses import doi_url, galley_url, page_url
from articles.records.clean import clean_line
from articles.records.findings import Finding
from articles.records.identifiers import orcid_url
from articles.records.imprint import number_of, page_range, published_on, volume_of, year_of
from articles.records.languages import LANGUAGES, Text, prefer, preferred
from articles.records.markup import flat
from articles.records.names import full
from articles.records.record import Affiliation, Authorship, Funding, Record, Reference

CONTEXT = "https://schema.org"
MEDIA = {
    "pdf": "application/pdf", "html": "text/html", "epub": "application/epub+zip",
    "xml": "application/xml",
}  # fmt: skip


def write(records: Iterable[Record], stamp: Stamp) -> Iterator[bytes]:
    """One graph of any number of articles, written as they come."""
    yield f'{{"@context":"{CONTEXT}","@graph":['.encode()
    comma = b""
    for record in records:
        demand(record, check)
        yield comma + msgspec.json.encode(element(record))
        comma = b",\n"
    yield b"]}\n"


def check(record: Record) -> Iterator[Finding]:
    yield from check_entries(record)


def script(record: Record) -> str:
    """What stands in a page's <script type="application/ld+json">: no sign can end the element."""
    text = msgspec.json.encode({"@context": CONTEXT, **element(record)}).decode()
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


def element(record: Record) -> dict[str, Any]:
    """The article, whatever the page's language; `@id` is the DOI, the same on all three pages."""
    address = page_url(record, record.language) if record.site and record.id else ""
    return _filled(
        {
            "@type": "ScholarlyArticle",
            "@id": doi_url(record.doi) if record.doi else address,
            "url": address,
            "mainEntityOfPage": address,
            "sameAs": doi_url(record.doi) if record.doi else "",
            "inLanguage": record.language,
            "headline": clean_line(flat(prefer(record.title, record.language))),
            "name": _texts(record.title),
            "abstract": _texts(record.abstract),
            "keywords": [
                {"@type": "DefinedTerm", "name": flat(term), "inLanguage": code}
                for code in LANGUAGES
                for term in record.keywords.get(code, ())
            ],
            "author": [_author(author, record) for author in record.authors],
            "datePublished": _day(record),
            "dateCreated": str(record.received_on or ""),
            "creativeWorkStatus": "Retracted" if record.status == "retracted" else "",
            "identifier": _identifiers(record),
            "pagination": page_range(record) or record.article_number,
            "pageStart": record.first_page,
            "pageEnd": record.last_page,
            "isPartOf": _issue(record),
            "publisher": _publisher(record),
            "license": licence_of(record),
            "copyrightHolder": _named("Organization", record.copyright_holder),
            "copyrightYear": record.copyright_year,
            "isAccessibleForFree": True,
            "encoding": _files(record),
            "funding": [_grant(funding) for funding in record.funding],
            "citation": [
                _reference(place, cited) for place, cited in enumerate(record.references, 1)
            ],
        }
    )


def _texts(text: Text) -> list[dict[str, str]]:
    plains = {code: flat(value).strip() for code, value in text.items()}
    return [{"@language": code, "@value": value} for code, value in plains.items() if value]


def _author(author: Authorship, record: Record) -> dict[str, Any]:
    """In Latin letters first, as indexes have it; other forms are alternate names."""
    if author.kind == "organisation":
        return _named("Organization", author.collective)
    code = preferred(author.names, "en", record.language)
    if not code:
        return {}
    name = author.names[code]
    forms = dict.fromkeys(full(other, language) for language, other in author.names.items())
    return _filled(
        {
            "@type": "Person",
            "@id": orcid_url(author.orcid) if author.orcid else "",
            "name": full(name, code),
            "givenName": " ".join(filter(None, (name.given, name.patronymic))),
            "familyName": name.family,
            "alternateName": [form for form in forms if form != full(name, code)],
            "affiliation": [
                _organisation(record.affiliations[mark - 1])
                for mark in author.marks
                if 0 < mark <= len(record.affiliations)
            ],
        }
    )


def _organisation(affiliation: Affiliation) -> dict[str, Any]:
    town = prefer(affiliation.city, "en")
    address = {"addressLocality": town, "addressCountry": affiliation.country}
    return _filled(
        {
            **_named("Organization", affiliation.name),
            "@id": affiliation.ror,
            "address": {"@type": "PostalAddress", **_filled(address)}
            if any(address.values())
            else {},
        }
    )


def _named(kind: str, name: Text) -> dict[str, Any]:
    """One name, the English one first, and the others as alternates."""
    first = prefer(name, "en")
    others = [other for other in dict.fromkeys(name.values()) if other != first]
    return _filled({"@type": kind, "name": first, "alternateName": others}) if first else {}


def _day(record: Record) -> str:
    return str(published_on(record) or year_of(record) or "")


def _identifiers(record: Record) -> list[dict[str, str]]:
    found = []
    if record.doi:
        found.append({"propertyID": "doi", "value": record.doi, "url": doi_url(record.doi)})
    if record.edn:
        found.append({"propertyID": "edn", "value": record.edn})
    return [{"@type": "PropertyValue", **identifier} for identifier in found]


def _issue(record: Record) -> dict[str, Any]:
    """The issue within its volume and journal; the journal alone, of an article ahead of issues."""
    journal = record.journal
    if not journal:
        return {}
    volume = volume_of(record)
    periodical = {
        "@type": ["PublicationVolume", "Periodical"] if volume else "Periodical",
        "volumeNumber": volume,
        "name": _texts(journal.name),
        "issn": issns(record),
    }
    if not record.issue:
        return _filled(periodical)
    published = record.issue.published_on
    return _filled(
        {
            "@type": "PublicationIssue",
            "issueNumber": number_of(record),
            "datePublished": str(published or record.issue.year),
            "isPartOf": _filled(periodical),
        }
    )


def _publisher(record: Record) -> dict[str, Any]:
    return _named("Organization", record.journal.publisher) if record.journal else {}


def _files(record: Record) -> list[dict[str, Any]]:
    if not record.site:
        return []
    return [
        {
            "@type": "MediaObject",
            "contentUrl": galley_url(record, galley),
            "encodingFormat": MEDIA[galley.kind],
            "inLanguage": galley.language,
        }
        for galley in full_texts(record)
    ]


def _grant(funding: Funding) -> dict[str, Any]:
    funder = _filled({**_named("Organization", funding.funder), "@id": funding.funder_id})
    return _filled({"@type": "Grant", "identifier": funding.award, "funder": funder})


def _reference(place: int, cited: Reference) -> dict[str, Any]:
    return _filled(
        {
            "@type": "CreativeWork",
            "@id": doi_url(cited.doi) if cited.doi else "",
            "position": place,
            "name": flat(cited.text or cited.romanized),
            "url": cited.url,
        }
    )


def _filled(values: dict[str, Any]) -> dict[str, Any]:
    """Without the empty ones: a validator takes "" for a value."""
    kept = {}
    for name, value in values.items():
        if isinstance(value, list):
            value = [part for part in value if part]
        if value or value is True:
            kept[name] = value
    return kept

"""Authors, their organisations and funders as schema.org."""

from __future__ import annotations

from typing import Any

from articles.exports.schema_org.values import named_thing, without_empty
from articles.records.identifiers import orcid_url
from articles.records.languages import prefer, preferred_language
from articles.records.names import full_name
from articles.records.record import Affiliation, Authorship, Funding, Record
from articles.records.urls import web_address


def author(author: Authorship, record: Record) -> dict[str, Any]:
    """One author with the Latin name; other forms are alternate names."""
    if author.kind == "organisation":
        return named_thing("Organization", author.collective)
    code = preferred_language(author.names, "en", record.language)
    if not code:
        return {}
    name = author.names[code]
    forms = dict.fromkeys(full_name(other, language) for language, other in author.names.items())
    return without_empty(
        {
            "@type": "Person",
            "@id": orcid_url(author.orcid) if author.orcid else "",
            "name": full_name(name, code),
            "givenName": " ".join(filter(None, (name.given, name.patronymic))),
            "familyName": name.family,
            "honorificSuffix": name.suffix,
            "alternateName": [form for form in forms if form != full_name(name, code)],
            "affiliation": [
                organisation(record.affiliations[mark - 1])
                for mark in author.marks
                if 0 < mark <= len(record.affiliations)
            ],
        }
    )


def organisation(affiliation: Affiliation) -> dict[str, Any]:
    town = prefer(affiliation.city, "en")
    address = {"addressLocality": town, "addressCountry": affiliation.country}
    return without_empty(
        {
            **named_thing("Organization", affiliation.name),
            "@id": affiliation.ror,
            "address": {"@type": "PostalAddress", **without_empty(address)}
            if any(address.values())
            else {},
        }
    )


def grant(funding: Funding) -> dict[str, Any]:
    funder = without_empty(
        {**named_thing("Organization", funding.funder), "@id": web_address(funding.funder_id)}
    )
    return without_empty({"@type": "Grant", "identifier": funding.award, "funder": funder})

"""Who stands behind an article: authors, their organisations, those who paid."""

from __future__ import annotations

from typing import Any

from articles.exports.schema_org.values import filled, named
from articles.records.identifiers import orcid_url
from articles.records.languages import prefer, preferred
from articles.records.names import full
from articles.records.record import Affiliation, Authorship, Funding, Record


def author(author: Authorship, record: Record) -> dict[str, Any]:
    """In Latin letters first, as indexes have it; other forms are alternate names."""
    if author.kind == "organisation":
        return named("Organization", author.collective)
    code = preferred(author.names, "en", record.language)
    if not code:
        return {}
    name = author.names[code]
    forms = dict.fromkeys(full(other, language) for language, other in author.names.items())
    return filled(
        {
            "@type": "Person",
            "@id": orcid_url(author.orcid) if author.orcid else "",
            "name": full(name, code),
            "givenName": " ".join(filter(None, (name.given, name.patronymic))),
            "familyName": name.family,
            "alternateName": [form for form in forms if form != full(name, code)],
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
    return filled(
        {
            **named("Organization", affiliation.name),
            "@id": affiliation.ror,
            "address": {"@type": "PostalAddress", **filled(address)}
            if any(address.values())
            else {},
        }
    )


def grant(funding: Funding) -> dict[str, Any]:
    funder = filled({**named("Organization", funding.funder), "@id": funding.funder_id})
    return filled({"@type": "Grant", "identifier": funding.award, "funder": funder})

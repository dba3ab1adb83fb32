"""The board and the contacts of a journal as schema.org's Periodical, Person and ContactPoint."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import msgspec

from articles.exports.schema_org.values import named_thing, texts, without_empty
from articles.records.board import Contacts, Group, Member
from articles.records.identifiers import orcid_url
from articles.records.languages import Text, prefer

CONTEXT = "https://schema.org"


class Periodical(NamedTuple):
    """What the description of a page says of its journal; `url` is that of its home."""

    url: str
    name: Text
    publisher: Text
    issns: list[str]


def board(journal: Periodical, groups: Iterable[Group], site: str) -> str:
    """Return the JSON of the journal with its editors, each in the role of the group."""
    editors = [role(group, one, site) for group in groups for one in group.members]
    return encoded({**periodical(journal), "editor": editors})


def contacts(journal: Periodical, office: Contacts | None, people: Iterable[Member]) -> str:
    """Return the JSON of the journal's office with a contact point for each of the people."""
    office = office or Contacts()
    address = {"@type": "PostalAddress", "streetAddress": prefer(office.address, "en")}
    organisation = {
        **named_thing("Organization", journal.name),
        "url": journal.url,
        "email": office.email,
        "telephone": office.phone_numbers,
        "hasMap": office.map_url,
        "address": address if office.address else {},
        "contactPoint": list(contact_points(people)),
    }
    page = {"@type": "ContactPage", "about": periodical(journal), "mainEntity": organisation}
    return encoded({**page, "mainEntity": without_empty(organisation)})


def periodical(journal: Periodical) -> dict[str, Any]:
    return without_empty(
        {
            "@type": "Periodical",
            "@id": journal.url,
            "url": journal.url,
            "name": texts(journal.name),
            "issn": journal.issns,
            "publisher": named_thing("Organization", journal.publisher),
        }
    )


def role(group: Group, member: Member, site: str) -> dict[str, Any]:
    values = {"@type": "Role", "roleName": texts(group.title), "editor": person(member, site)}
    return without_empty(values)


def person(member: Member, site: str) -> dict[str, Any]:
    """Return the Person: the English name first, the others as alternates."""
    town = {"addressLocality": prefer(member.city, "en"), "addressCountry": member.country}
    address = {"@type": "PostalAddress", **without_empty(town)} if any(town.values()) else {}
    work = named_thing("Organization", member.affiliation)
    name = member.picture.rpartition("/")[2]
    return without_empty(
        {
            **named_thing("Person", member.name),
            "@id": orcid_url(member.orcid) if member.orcid else "",
            "honorificSuffix": prefer(member.degree, "en"),
            "jobTitle": texts(member.post),
            "affiliation": without_empty({**work, "address": address}) if work else {},
            "email": member.email,
            "image": f"{site}/pictures/{name}" if name else "",
        }
    )


def contact_points(people: Iterable[Member]) -> Iterator[dict[str, Any]]:
    for one in people:
        duties = prefer(one.duties, "en")
        values = {"name": prefer(one.name, "en"), "contactType": duties, "email": one.email}
        yield {"@type": "ContactPoint", **without_empty(values)}


def encoded(values: dict[str, Any]) -> str:
    return msgspec.json.encode({"@context": CONTEXT, **without_empty(values)}).decode()

"""Links by which machines find an article's identifiers, licence, descriptions and files.

FAIR Signposting (signposting.org), level 1: `Link` headers of the article's page, its DOI, its
exports and its files. `article/linkset.py` has level 2.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from django.utils.encoding import iri_to_uri

from articles.exports import FORMATS
from articles.exports.record_values import licence_of
from articles.records.identifiers import orcid_url
from articles.records.languages import Language
from articles.records.record import Galley, Record
from articles.records.urls import doi_url, export_url, galley_url, linkset_url, page_url

from .media_types import media_type

LINKSET_TYPE = "application/linkset+json"
PAGE_TYPES = ("https://schema.org/AboutPage", "https://schema.org/ScholarlyArticle")
# nginx takes at most 4 kB of headers from the server behind it, all headers together.
MOST_BYTES = 2_800


class Link(NamedTuple):
    """A link of the resource that is asked for."""

    relation: str
    address: str
    media_type: str = ""


def article_links(record: Record) -> Iterator[Link]:
    """Return the links of the article's page, authors last: a header may not hold 300 of them."""
    yield from cite_as(record)
    for address in PAGE_TYPES:
        yield Link("type", address)
    if record.status == "withdrawn":
        return
    yield from licence(record)
    for format in FORMATS.values():
        yield Link("describedby", export_url(record, format.name), format.media_type)
    for galley in reader_galleys(record):
        yield Link("item", galley_url(record, galley), media_type(galley).partition(";")[0])
    for author in record.authors:
        if author.orcid:
            yield Link("author", orcid_url(author.orcid))


def export_links(record: Record) -> Iterator[Link]:
    """Return the links of the article in an export format."""
    yield Link("describes", page_url(record, record.language), "text/html")
    yield from cite_as(record)


def galley_links(record: Record, galley: Galley) -> Iterator[Link]:
    """Return the links of a file; it answers at several addresses, of which one is canonical."""
    yield Link("canonical", galley_url(record, galley))
    yield Link("collection", page_url(record, record.language), "text/html")
    yield from cite_as(record)
    yield from licence(record)


def reader_galleys(record: Record) -> list[Galley]:
    """Return the files that readers download; images belong to the full text."""
    return [galley for galley in record.galleys if galley.id and galley.kind != "image"]


def linkset_link(record: Record, language: Language) -> Link:
    """Return the link from the page in a language to all its links as a linkset."""
    return Link("linkset", linkset_url(record, language), LINKSET_TYPE)


def cite_as(record: Record) -> Iterator[Link]:
    if record.doi:
        yield Link("cite-as", doi_url(record.doi))


def licence(record: Record) -> Iterator[Link]:
    if address := licence_of(record):
        yield Link("license", address)


def page_link_header(record: Record, language: Language) -> str:
    """Return the `Link` header of the article's page in a language."""
    first = (*cite_as(record), linkset_link(record, language))
    return link_header((*first, *article_links(record)))


def link_header(links: Iterable[Link]) -> str:
    """Return the `Link` header with the links that there is room for, in their order."""
    parts, room = [], MOST_BYTES
    for link in dict.fromkeys(links):  # each once
        part = link_value(link)
        if len(part) <= room:
            parts.append(part)
            room -= len(part) + len(", ")
    return ", ".join(parts)


def link_value(link: Link) -> str:
    """`<https://doi.org/10.5555/a>; rel="cite-as"`; an address cannot end it, nor the header."""
    kind = f'; type="{link.media_type}"' if link.media_type else ""
    return f'<{iri_to_uri(link.address)}>; rel="{link.relation}"{kind}'

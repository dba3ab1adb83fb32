"""The `Link` header by which machines find identifiers, licence and files (signposting.org)."""

from __future__ import annotations

from collections.abc import Iterator

from articles.exports import FORMATS
from articles.exports.record_values import licence_of
from articles.records.identifiers import orcid_url
from articles.records.record import Record
from articles.records.urls import doi_url, export_url, galley_url

from .files import media_type

DESCRIBED_BY = ("csl", "bibtex", "ris", "schema_org", "jats", "datacite", "crossref")
MOST_AUTHORS = 50  # of a header's length, not of an article's


def link_header(record: Record) -> str:
    return ", ".join(signposts(record))


def signposts(record: Record) -> Iterator[str]:
    if record.doi:
        yield link(doi_url(record.doi), "cite-as")
    yield link("https://schema.org/ScholarlyArticle", "type")
    for author in record.authors[:MOST_AUTHORS]:
        if author.orcid:
            yield link(orcid_url(author.orcid), "author")
    if licence := licence_of(record):
        yield link(licence, "license")
    for name in DESCRIBED_BY:
        form = FORMATS[name]
        yield link(export_url(record, name), "describedby", form.media_type)
    for galley in record.galleys:
        if galley.kind not in ("image", "supplement"):
            yield link(galley_url(record, galley), "item", media_type(galley).partition(";")[0])


def link(address: str, relation: str, media_type: str = "") -> str:
    kind = f'; type="{media_type}"' if media_type else ""
    return f'<{address}>; rel="{relation}"{kind}'

"""Crossref deposit, schema 5.5.0: a head with the depositor, then journals, issues and articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from articles.exports.crossref.article import article
from articles.exports.crossref.checks import check
from articles.exports.crossref.container import journal_issue, journal_metadata
from articles.exports.crossref.head import check_prefix, head
from articles.exports.format import Stamp, require_exportable
from articles.exports.xml import DECLARATION, Xml, close_tag, open_tag
from articles.records.record import Record

__all__ = ["check", "write"]

ROOT = {
    "version": "5.5.0",
    "xmlns": "http://www.crossref.org/schema/5.5.0",
    "xmlns:jats": "http://www.ncbi.nlm.nih.gov/JATS1",
    "xmlns:fr": "http://www.crossref.org/fundref.xsd",
    "xmlns:ai": "http://www.crossref.org/AccessIndicators.xsd",
    "xmlns:rel": "http://www.crossref.org/relations.xsd",
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "xsi:schemaLocation": (
        "http://www.crossref.org/schema/5.5.0 https://data.crossref.org/schemas/crossref5.5.0.xsd"
    ),
}


def write(records: Iterable[Record], stamp: Stamp) -> Iterator[bytes]:
    """Yield a deposit; neighbouring records of one issue share a container.

    The depositor is that of the first record's journal. Raises NotExportable.
    """
    first: Record | None = None
    for (journal, _issue), neighbours in groupby(
        records, key=lambda each: (each.journal, each.issue)
    ):
        opened = False
        for record in neighbours:
            require_exportable(record, check)
            if first is None:
                first = record
                yield _line(Xml(DECLARATION + open_tag("doi_batch", ROOT)), head(record, stamp))
                yield _line(open_tag("body"))
            check_prefix(record, first)
            if not opened:
                yield _line(open_tag("journal"), journal_metadata(journal), journal_issue(record))
            opened = True
            yield _line(article(record))
        yield _line(close_tag("journal"))
    if first:
        yield _line(close_tag("body"), close_tag("doi_batch"))


def _line(*parts: Xml) -> bytes:
    return "".join(f"{part}\n" for part in parts if part).encode()

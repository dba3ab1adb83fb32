"""The record as public JSON, `record/1`, without what is never public."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from articles.exports.characters import check_characters
from articles.exports.format import Stamp, require_exportable
from articles.records.findings import Finding
from articles.records.json import write_public
from articles.records.record import Record


def write(records: Iterable[Record], stamp: Stamp) -> Iterator[bytes]:
    """Yield one record on each line. Raises NotExportable."""
    for record in records:
        require_exportable(record, check)
        yield write_public(record) + b"\n"


def check(record: Record) -> Iterator[Finding]:
    """Find control characters; a record has no other requirement."""
    yield from check_characters(record)

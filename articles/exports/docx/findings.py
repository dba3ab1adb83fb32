"""Findings about a Word file: what differs in it from what the record holds."""

from __future__ import annotations

from collections.abc import Iterator

from articles.exports.edition.findings import (
    broken_picture_findings,
    every_block,
    formula_findings,
)
from articles.exports.typesetting.body import body_and_notes
from articles.records.findings import Finding
from articles.records.record import Record


def docx_findings(record: Record, missing: tuple[str, ...]) -> Iterator[Finding]:
    """`missing` are the names of the pictures that are not shown."""
    body, notes = body_and_notes(record.body)
    for block in every_block((*body, *notes)):
        yield from formula_findings(record, block)
    yield from broken_picture_findings(record, missing)

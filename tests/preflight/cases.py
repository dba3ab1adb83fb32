"""What a check says of a record: its name, fields and the messages in English."""

from __future__ import annotations

from articles import preflight
from articles.preflight import Neighbours
from articles.records.findings import Finding
from articles.records.record import Record


def found(record: Record, check: str, neighbours: Neighbours | None = None) -> list[Finding]:
    every = preflight.findings(record, neighbours or Neighbours())
    return [finding for finding in every if finding.check == check]


def said(record: Record, check: str, neighbours: Neighbours | None = None) -> list[str]:
    return [str(finding.message) for finding in found(record, check, neighbours)]

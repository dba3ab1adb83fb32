"""A record that nothing is wrong with, and what a check says of another."""

from __future__ import annotations

from typing import Any

from articles import preflight
from articles.preflight import Neighbours
from articles.records.findings import Finding
from articles.records.record import Record
from tests.factories import a_public_record, an_author


def a_clean_record(**changes: Any) -> Record:
    facts = {"irsti": ("34.29.15",), "authors": (an_author(orcid="0000-0000-1423-0019"),)}
    return a_public_record(**{**facts, **changes})


def found(record: Record, check: str, neighbours: Neighbours | None = None) -> list[Finding]:
    every = preflight.findings(record, neighbours or Neighbours())
    return [finding for finding in every if finding.check == check]


def check_messages(record: Record, check: str, neighbours: Neighbours | None = None) -> list[str]:
    return [str(finding.message) for finding in found(record, check, neighbours)]

"""Findings of checks: what is wrong and where, whose rule it is, and what the editor can do."""

from __future__ import annotations

from enum import StrEnum

import msgspec
from django.utils.functional import Promise

from .languages import Language


class Level(StrEnum):
    """How serious a finding is, the most serious first."""

    BLOCKS = "blocks"
    WARNS = "warns"
    NOTES = "notes"


class Spot(msgspec.Struct, frozen=True, kw_only=True):
    """A place in a text: characters from `start` to `end`, with the words around it."""

    excerpt: str
    start: int = 0
    end: int = 0


class Finding(msgspec.Struct, frozen=True):
    """One finding; `field` is a path into the record, counted from 1: `authors[2].orcid`."""

    level: Level
    field: str
    language: Language | None
    message: str | Promise
    remedy: str | Promise = ""
    rule: str = "journal"  # or the name of the format that requires it
    check: str = ""  # the name of the check, for tests and docs/preflight.md
    spot: Spot | None = None

    def is_blocking(self) -> bool:
        """Whether the finding blocks a release or an export."""
        return self.level is Level.BLOCKS


def blocking(findings: list[Finding]) -> list[Finding]:
    """Return the findings that block a release or an export."""
    return [finding for finding in findings if finding.is_blocking()]

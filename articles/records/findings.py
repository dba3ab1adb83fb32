"""Findings: what is wrong, where, whose rule it is, and what the editor can do."""

from __future__ import annotations

from enum import StrEnum

import msgspec
from django.utils.functional import Promise

from .languages import Language


class Level(StrEnum):
    """How much it matters, the gravest first."""

    BLOCKS = "blocks"
    WARNS = "warns"
    NOTES = "notes"


class Spot(msgspec.Struct, frozen=True, kw_only=True):
    """A place in a text: characters from `start` to `end`, and the words around for a reader."""

    excerpt: str
    start: int = 0
    end: int = 0


class Finding(msgspec.Struct, frozen=True):
    """`field` is a path into the record, places counted from 1: `authors[2].orcid`, `title`."""

    level: Level
    field: str
    language: Language | None
    message: str | Promise
    remedy: str | Promise = ""
    rule: str = "journal"  # or a format's name: whose demand it is
    check: str = ""  # the function that found it, for tests and docs/preflight.md
    spot: Spot | None = None

    def is_blocking(self) -> bool:
        return self.level is Level.BLOCKS


def blocking(findings: list[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.is_blocking()]

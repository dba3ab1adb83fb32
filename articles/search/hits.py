"""The hits of a search, as any engine gives them."""

from __future__ import annotations

import msgspec

HITS = 2_000  # counted, ranked and used for facets; readers see "2,000+" for more


class TookTooLong(Exception):
    """The engine gave the search up."""


class Hit(msgspec.Struct, frozen=True, array_like=True):
    article_id: int
    journal_id: int
    year: int | None
    section_id: int | None
    language: str
    rank: float

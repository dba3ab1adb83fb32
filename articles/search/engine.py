"""What an engine has to do that finds articles by keys, and the one that is used.

All words are turned into keys in Python, of articles and of queries alike: an engine compares
keys and knows no language. docs/scale.md says how another one would be put in this place.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from articles.models import Article, SearchRow
from articles.records.record import Record
from articles.search.filters import Filters
from articles.search.hits import Hit
from articles.search.postgresql import PostgreSQL
from articles.search.query import Query


class Engine(Protocol):
    def find_hits(
        self, query: Query, filters: Filters, scope: SearchRow.Scope, sort: str
    ) -> list[Hit]:
        """At most HITS + 1 hits: the best first, or by date (`newest`, `oldest`).

        With more than that, the newest of all are ranked (`oldest`: the oldest ones are given).
        Readers find no article that is dated after today. Raises TookTooLong.
        """

    def write(self, article: Article, record: Record, scope: SearchRow.Scope) -> None:
        """Take in the saved record (scope EDITORS) or the released one (PUBLIC).

        Called in the transaction that saves or releases it, which may still be rolled back.
        """

    def stale_articles(self) -> list[int]:
        """Keys of articles of which the engine has another version, or none, or that are gone."""

    def rebuild(
        self, report_progress: Callable[[int, int], None], processes: int | None = None
    ) -> int:
        """Take in every article anew while searches go on, and return their number."""


engine: Engine = PostgreSQL()

"""The search engine that is built: PostgreSQL's full text, with keys as lexemes."""

from __future__ import annotations

from collections.abc import Callable

from articles.models import Article, SearchRow
from articles.records.record import Record
from articles.search.filters import Filters
from articles.search.hits import Hit
from articles.search.postgresql.find_hits import find_hits
from articles.search.query import Query
from articles.search.rebuild import rebuild, stale_articles
from articles.search.search_rows import write_search_row


class PostgreSQL:
    """An `Engine` (articles/search/engine.py)."""

    def find_hits(
        self, query: Query, filters: Filters, scope: SearchRow.Scope, sort: str
    ) -> list[Hit]:
        return find_hits(query, filters, scope, sort)

    def write(self, article: Article, record: Record, scope: SearchRow.Scope) -> None:
        write_search_row(article, record, scope)

    def stale_articles(self) -> list[int]:
        return stale_articles()

    def rebuild(
        self, report_progress: Callable[[int, int], None], processes: int | None = None
    ) -> int:
        return rebuild(report_progress, processes)

"""The hits of a query: the newest two thousand articles that match it, ranked.

PostgreSQL reads every match before it knows the newest ones. So the matches of the newest months
are read first, and those of all months only if there are too few.

The planner settings of PostgreSQL are changed for these queries: it takes reading every vector in
order for cheap, which it is not, since vectors are stored compressed outside the row (measured with
100,000 articles, docs/search.md).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import OperationalError, transaction
from django.db.backends.utils import CursorWrapper

from articles.models import SearchRow
from articles.search.filters import Filters
from articles.search.hits import HITS, Hit, TookTooLong
from articles.search.postgresql.months import months_of
from articles.search.postgresql.statement import statement
from articles.search.query import Query
from journal.replica.router import read_connection

FIRST_ARTICLES = 4_000  # in whose months a search begins
MOST_ARTICLES = 100_000  # a word that needs the months of more is rare enough to be read in all

SECONDS = 5
OPERATOR_COST = "0.1"  # forty times the default, about the cost of unpacking a vector
SETTINGS = """
    SELECT set_config('enable_seqscan', %s, true), set_config('jit', 'off', true),
        set_config('max_parallel_workers_per_gather', '0', true),
        set_config('cpu_operator_cost', %s, true),
        set_config('work_mem', '32MB', true), set_config('statement_timeout', %s, true)
"""


@contextmanager
def search_cursor(has_words: bool) -> Iterator[CursorWrapper]:
    """A cursor for one query, which PostgreSQL cancels after SECONDS. Raises TookTooLong."""
    connection = read_connection()
    try:
        with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
            cursor.execute(
                SETTINGS, ["off" if has_words else "on", OPERATOR_COST, str(SECONDS * 1_000)]
            )
            yield cursor
    except OperationalError as error:
        if "statement timeout" not in str(error):  # others concern the whole server
            raise
        raise TookTooLong from error


def find_hits(query: Query, filters: Filters, scope: SearchRow.Scope, sort: str) -> list[Hit]:
    """At most HITS + 1 hits: the best first, or by date (`newest`, `oldest`)."""
    has_months = bool(query.required) and scope == SearchRow.Scope.PUBLIC
    count = FIRST_ARTICLES if has_months else MOST_ARTICLES
    with search_cursor(bool(query.required)) as cursor:
        while count < MOST_ARTICLES and (months := months_of(count, sort == "oldest")):
            hits = fetch(cursor, *statement(query, filters, scope, sort, months))
            if len(hits) > HITS:
                return hits
            count *= 1 + HITS // max(len(hits), 1)  # enough, if the others are like these
        return fetch(cursor, *statement(query, filters, scope, sort, None))


def fetch(cursor: CursorWrapper, sql: str, values: list[Any]) -> list[Hit]:
    cursor.execute(sql, values)
    return [Hit(*row) for row in cursor.fetchall()]

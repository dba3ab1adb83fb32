"""The hits of a query: the newest two thousand articles that match it, ranked.

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
from django.utils import timezone

from articles.models import SearchRow
from articles.search.filters import Filters
from articles.search.hits import HITS, Hit, TookTooLong
from articles.search.query import Query
from journal.replica.router import read_connection

from .conditions import conditions_of
from .tsquery import in_title, matching, ranking

RANKED_HITS = 100  # by their whole vector: five pages

WEIGHTS = "{0.05, 0.15, 0.5, 1.0}"  # of D, C, B, A
SHORTER_FIRST = 1  # the rank is divided by 1 + the logarithm of the length

SECONDS = 5
OPERATOR_COST = "0.1"  # forty times the default, about the cost of unpacking a vector
SETTINGS = """
    SELECT set_config('enable_seqscan', %s, true), set_config('jit', 'off', true),
        set_config('max_parallel_workers_per_gather', '0', true),
        set_config('cpu_operator_cost', %s, true),
        set_config('work_mem', '32MB', true), set_config('statement_timeout', %s, true)
"""


# Drafts, which have no date, come first.
NEWEST = "published_on DESC, article_id DESC"
OLDEST = "published_on, article_id"
ROW_COLUMNS = "id, article_id, journal_id, issue_id, section_id, language, published_on"

ROW = """
    found.article_id, found.journal_id,
    coalesce(issue.year, extract(year FROM found.published_on)::int),
    found.section_id, found.language"""
DATED = f"""
    WITH found AS MATERIALIZED ({{selection}})
    SELECT {ROW}, 0 AS rank FROM found
    LEFT JOIN (SELECT id, year FROM articles_issue) issue ON issue.id = found.issue_id
    ORDER BY {{order}}
"""  # noqa: S608 - made of our own words; the query is in the values
# Reading vectors costs most. So articles with a word in the title come first, then the newest, and
# only the first RANKED_HITS of these are ranked by their whole vector.
RANKED = f"""
    WITH found AS MATERIALIZED ({{selection}}),
    titled AS MATERIALIZED (
        SELECT id FROM articles_searchrow
        WHERE scope = '{{scope}}' AND vector @@ %s::tsquery
    ),
    best AS MATERIALIZED (
        SELECT found.id FROM found LEFT JOIN titled ON titled.id = found.id
        ORDER BY titled.id IS NULL, found.published_on DESC, found.id DESC LIMIT {RANKED_HITS}
    ),
    ranked AS MATERIALIZED (
        SELECT id, (
            SELECT ts_rank(%s, vector, %s::tsquery, %s) FROM articles_searchrow searched
            WHERE searched.id = best.id
        ) AS rank FROM best
    )
    SELECT {ROW}, coalesce(ranked.rank, 0) AS rank FROM found
    LEFT JOIN ranked ON ranked.id = found.id
    LEFT JOIN (SELECT id, year FROM articles_issue) issue ON issue.id = found.issue_id
    ORDER BY rank DESC, {{order}}
"""  # noqa: S608 - as above

# Editors find an article that has not changed since its release by its public row.
SCOPES = {
    SearchRow.Scope.PUBLIC: "searched.scope = 'public'",
    SearchRow.Scope.EDITORS: """(searched.scope = 'editors' OR searched.scope = 'public'
        AND NOT EXISTS (
            SELECT FROM articles_searchrow own WHERE own.article_id = searched.article_id
            AND own.scope = 'editors' AND own.vector IS NOT NULL
        ))""",
}


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
    is_ranked = bool(query.required) and not sort
    order = OLDEST if sort == "oldest" else NEWEST
    selection, values = candidates(query, filters, scope, order)
    sql = RANKED if is_ranked else DATED
    if is_ranked:
        values = [*values, in_title(query), WEIGHTS, ranking(query), SHORTER_FIRST]
    with search_cursor(bool(query.required)) as cursor:
        cursor.execute(sql.format(selection=selection, scope=scope.value, order=order), values)
        return [Hit(*row) for row in cursor.fetchall()]


def candidates(
    query: Query, filters: Filters, scope: SearchRow.Scope, order: str
) -> tuple[str, list[Any]]:
    """SQL for the newest rows that match, with its values."""
    conditions, values = conditions_of(filters)
    conditions = [*conditions, SCOPES[scope]]
    if scope == SearchRow.Scope.PUBLIC:  # lists leave out what is dated after today
        conditions.append("searched.published_on <= %s")
        values = [*values, timezone.localdate()]
    if query.required:
        conditions.append("searched.vector @@ %s::tsquery")
        values = [*values, matching(query)]
    where = " AND ".join(conditions)
    return (
        f"SELECT {ROW_COLUMNS} FROM articles_searchrow searched "  # noqa: S608 - as above
        f"WHERE {where} ORDER BY {order} LIMIT {HITS + 1}",
        values,
    )

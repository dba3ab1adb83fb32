"""The SQL that selects the newest rows that match a query, and ranks them."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from articles.models import SearchRow
from articles.models.search import Month
from articles.search.filters import Filters
from articles.search.hits import HITS
from articles.search.postgresql.conditions import conditions_of
from articles.search.postgresql.tsquery import in_title, matching, ranking
from articles.search.query import Query

RANKED_HITS = 100  # by their whole vector: five pages

WEIGHTS = "{0.05, 0.15, 0.5, 1.0}"  # of D, C, B, A
SHORTER_FIRST = 1  # the rank is divided by 1 + the logarithm of the length


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
        SELECT id FROM articles_searchrow searched
        WHERE scope = '{{scope}}' AND {{titled}}
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

MATCHES = "searched.vector @@ %s::tsquery"
IN_MONTHS = f"{Month.sql('searched.published_on')} && %s::int[]"

# Editors find an article that has not changed since its release by its public row.
SCOPES = {
    SearchRow.Scope.PUBLIC: "searched.scope = 'public'",
    SearchRow.Scope.EDITORS: """(searched.scope = 'editors' OR searched.scope = 'public'
        AND NOT EXISTS (
            SELECT FROM articles_searchrow own WHERE own.article_id = searched.article_id
            AND own.scope = 'editors' AND own.vector IS NOT NULL
        ))""",
}


def statement(
    query: Query, filters: Filters, scope: SearchRow.Scope, sort: str, months: list[int] | None
) -> tuple[str, list[Any]]:
    """Return the SQL with its values; it selects rows of these months, or of all if None."""
    order = OLDEST if sort == "oldest" else NEWEST
    selection, values = candidates(query, filters, scope, order, months)
    if sort or not query.required:
        return DATED.format(selection=selection, order=order), values
    titled, of_titled = matches(in_title(query), months)
    sql = RANKED.format(selection=selection, titled=titled, scope=scope.value, order=order)
    return sql, [*values, *of_titled, WEIGHTS, ranking(query), SHORTER_FIRST]


def candidates(
    query: Query, filters: Filters, scope: SearchRow.Scope, order: str, months: list[int] | None
) -> tuple[str, list[Any]]:
    """Return SQL, with its values, for the first rows in this order that match."""
    conditions, values = conditions_of(filters)
    conditions = [*conditions, SCOPES[scope]]
    if scope == SearchRow.Scope.PUBLIC:  # lists leave out what is dated after today
        conditions.append("searched.published_on <= %s")
        values = [*values, timezone.localdate()]
    if query.required:
        condition, more = matches(matching(query), months)
        conditions.append(condition)
        values = [*values, *more]
    where = " AND ".join(conditions)
    return (
        f"SELECT {ROW_COLUMNS} FROM articles_searchrow searched "  # noqa: S608 - as above
        f"WHERE {where} ORDER BY {order} LIMIT {HITS + 1}",
        values,
    )


def matches(tsquery: str, months: list[int] | None) -> tuple[str, list[Any]]:
    """Return a condition that one index answers, with its values."""
    if not months:
        return MATCHES, [tsquery]
    return f"{MATCHES} AND {IN_MONTHS}", [tsquery, months]

"""The articles that a question finds: the newest two thousand of them, ranked.

PostgreSQL is asked with its choices narrowed: reading every vector in order looks cheap to its
planner and is not, for vectors are stored apart, compressed.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import msgspec
from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper

from articles.models import SearchRow
from articles.search.asking import Question
from articles.search.filters import Filters

HITS = 2_000  # counted, ranked and sorted into facets; of more a reader sees "2,000+"
RANKED_HITS = 100  # by all that they hold: five pages

WEIGHTS = "{0.05, 0.15, 0.5, 1.0}"  # of D, C, B, A
SHORTER_FIRST = 1  # the rank is divided by 1 + the logarithm of the length

SECONDS = 5
OPERATOR_COST = "0.1"  # forty times the default: nearly what unpacking a vector costs
SETTINGS = """
    SELECT set_config('enable_seqscan', %s, true), set_config('jit', 'off', true),
        set_config('max_parallel_workers_per_gather', '0', true),
        set_config('cpu_operator_cost', %s, true),
        set_config('work_mem', '32MB', true), set_config('statement_timeout', %s, true)
"""


class Hit(msgspec.Struct, frozen=True, array_like=True):
    article_id: int
    journal_id: int
    year: int | None
    section_id: int | None
    language: str
    rank: float


# Drafts, which have no date, come first.
NEWEST = "published_on DESC, article_id DESC"
OLDEST = "published_on, article_id"
KEPT = "id, article_id, journal_id, issue_id, section_id, language, published_on"

ROW = """
    found.article_id, found.journal_id,
    coalesce(issue.year, extract(year FROM found.published_on)::int),
    found.section_id, found.language"""
DATED = f"""
    WITH found AS MATERIALIZED ({{chosen}})
    SELECT {ROW}, 0 AS rank FROM found
    LEFT JOIN (SELECT id, year FROM articles_issue) issue ON issue.id = found.issue_id
    ORDER BY {{order}}
"""  # noqa: S608 - made of our own words; what was asked is in the values
# To read a vector costs more than all else: first come those with a word in the title, then the
# newest, and of these only so many are ranked by all that they hold.
RANKED = f"""
    WITH found AS MATERIALIZED ({{chosen}}),
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

# Editors find what was released and not changed since by its public row.
AMONG = {
    SearchRow.Scope.PUBLIC: "searched.scope = 'public'",
    SearchRow.Scope.EDITORS: """(searched.scope = 'editors' OR searched.scope = 'public'
        AND NOT EXISTS (
            SELECT FROM articles_searchrow own WHERE own.article_id = searched.article_id
            AND own.scope = 'editors' AND own.vector IS NOT NULL
        ))""",
}


@contextmanager
def asking(has_words: bool) -> Iterator[CursorWrapper]:
    """A cursor for one question, which is given up after some seconds."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            SETTINGS, ["off" if has_words else "on", OPERATOR_COST, str(SECONDS * 1_000)]
        )
        yield cursor


def hits(question: Question, filters: Filters, scope: SearchRow.Scope, sort: str) -> list[Hit]:
    """At most one more than HITS: the best first, or by date (`newest`, `oldest`)."""
    is_ranked = bool(question.found) and not sort
    order = OLDEST if sort == "oldest" else NEWEST
    chosen, values = candidates(question, filters, scope, order)
    sql = RANKED if is_ranked else DATED
    if is_ranked:
        values = [*values, question.in_title, WEIGHTS, question.ranking, SHORTER_FIRST]
    with asking(bool(question.found)) as cursor:
        cursor.execute(sql.format(chosen=chosen, scope=scope.value, order=order), values)
        return [Hit(*row) for row in cursor.fetchall()]


def candidates(
    question: Question, filters: Filters, scope: SearchRow.Scope, order: str
) -> tuple[str, list[Any]]:
    """The newest that match: SQL for their rows, and its values."""
    conditions, values = filters.conditions()
    conditions = [AMONG[scope], *conditions]
    if question.found:
        conditions.append("searched.vector @@ %s::tsquery")
        values = [*values, question.tsquery]
    where = " AND ".join(conditions)
    return (
        f"SELECT {KEPT} FROM articles_searchrow searched "  # noqa: S608 - as above
        f"WHERE {where} ORDER BY {order} LIMIT {HITS + 1}",
        values,
    )

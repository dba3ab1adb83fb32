"""Rebuilds the search index from the revisions, on all cores, and swaps it in when complete.

Readers and editors use the old index until the new one is complete. Articles that were saved in
the meantime are analysed again at the end: their rows have another version.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context

from django.db import connection
from django.utils.translation import gettext as _

from articles.models import Article
from articles.search.row_values import (
    COLUMNS,
    EDITORS,
    FOUND_BY_READERS,
    PUBLIC,
    ArticleRevisions,
    PortionRows,
    rows_of_portion,
)
from articles.search.table_swap import ReplacementTable, copy
from articles.search.word_keys import remember
from articles.search.word_spellings import near

PORTION = 200  # articles analysed by one process at a time
TABLE, WORDS = "articles_searchrow", "articles_searchword"
WORD_COLUMNS = ("word", "article_count", "near")
REMEMBERED = 400_000  # words cached in a process, about 200 MB; a new word costs 100 times more
LOCK = 0x5EA2C4  # advisory lock: one rebuild at a time
MOST_WORDS, KEPT_WORDS = 1_000_000, 200_000  # counted in memory; kept when there are more

# The latest revision of each article, and the released one if that is another.
REVISIONS = """
    SELECT article.id, article.journal_id, article.version, latest.stored,
        released.version, CASE WHEN released.id = latest.id THEN NULL ELSE released.stored END
    FROM articles_article article
    JOIN articles_revision latest
        ON latest.article_id = article.id AND latest.version = article.version
    LEFT JOIN articles_revision released ON released.id = article.released_id
    WHERE article.id > %s AND article.id = ANY(coalesce(%s, ARRAY[article.id]))
    ORDER BY article.id LIMIT %s
"""
# Articles whose rows in the table do not match their current revisions.
STALE = f"""
    WITH expected AS (
        SELECT id, '{EDITORS}', version FROM articles_article
        UNION ALL
        SELECT article.id, '{PUBLIC}', released.version
        FROM articles_article article
        JOIN articles_revision released ON released.id = article.released_id
        WHERE article.status IN {FOUND_BY_READERS}
    ), written AS (SELECT article_id, scope, version FROM {{table}})
    SELECT DISTINCT id FROM (
        (SELECT * FROM expected EXCEPT SELECT * FROM written)
        UNION ALL (SELECT * FROM written EXCEPT SELECT * FROM expected)
    ) differing
"""  # noqa: S608 - our own table


class Busy(RuntimeError):
    """Another process is building the index."""


@contextmanager
def alone() -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [LOCK])
        if not cursor.fetchone()[0]:
            raise Busy(_("Another process is building the index."))
        try:
            yield
        finally:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [LOCK])


@alone()
def rebuild(report_progress: Callable[[int, int], None], processes: int | None = None) -> int:
    """Rebuild the index and return the number of articles.

    `report_progress(done, total)` is called after every portion. `processes` defaults to the
    number of cores. Raises Busy if another process is rebuilding.
    """
    total, done = Article.objects.count(), 0
    words: Counter[str] = Counter()
    with ReplacementTable(TABLE) as rows, ReplacementTable(WORDS) as word_table:
        for part in analyse_in_processes(portions(), processes):
            copy(rows.new, COLUMNS, part.rows)
            words.update(part.words)
            words = most_frequent(words)
            done += part.article_count
            report_progress(done, max(total, done))
        copy(word_table.new, WORD_COLUMNS, word_rows(words))
        rows.complete()
        word_table.complete()
        with rows.swap(), word_table.swap():
            catch_up()
    return done


def portions() -> Iterator[list[ArticleRevisions]]:
    last = 0
    while part := load_revisions(last):
        yield part
        last = part[-1].article_id


def load_revisions(
    after: int, only: Sequence[int] | None = None, most: int = PORTION
) -> list[ArticleRevisions]:
    with connection.cursor() as cursor:
        cursor.execute(REVISIONS, [after, list(only) if only is not None else None, most])
        return [ArticleRevisions(*row) for row in cursor.fetchall()]


def analyse_in_processes(
    parts: Iterator[list[ArticleRevisions]], processes: int | None
) -> Iterator[PortionRows]:
    """Analyse portions in several processes, a few portions ahead of the writing."""
    count = processes or os.cpu_count() or 1
    if count == 1:
        yield from map(rows_of_portion, parts)
        return
    # The processes share no connection with this one and do not load Django.
    with ProcessPoolExecutor(count, get_context("forkserver"), remember, (REMEMBERED,)) as pool:
        waiting: list[Future[PortionRows]] = []
        for part in parts:
            waiting.append(pool.submit(rows_of_portion, part))
            if len(waiting) > 2 * count:
                yield waiting.pop(0).result()
        yield from (future.result() for future in waiting)


def catch_up() -> None:
    """Write the rows again of articles that changed or were deleted since they were read."""
    stale = stale_articles(f"{TABLE}_new")
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {TABLE}_new WHERE article_id = ANY(%s)", [stale])  # noqa: S608
        if not stale:
            return
        portion = rows_of_portion(load_revisions(0, stale, len(stale)))
        copy(f"{TABLE}_new", COLUMNS, portion.rows)
        cursor.executemany(
            f"INSERT INTO {WORDS}_new ({', '.join(WORD_COLUMNS)}) VALUES (%s, %s, %s)"  # noqa: S608
            " ON CONFLICT DO NOTHING",
            list(word_rows(portion.words)),
        )


def stale_articles(table: str = TABLE) -> list[int]:
    """Keys of articles that the table has in another version, or lacks, or that are gone."""
    with connection.cursor() as cursor:
        cursor.execute(STALE.format(table=table))
        return [key for (key,) in cursor.fetchall()]


def word_rows(words: Mapping[str, int]) -> Iterator[tuple[str, int, list[int]]]:
    return ((word, count, near(word)) for word, count in words.items())


def most_frequent(words: Counter[str]) -> Counter[str]:
    """The most frequent words if there are too many: misprints of a large archive are dropped."""
    return words if len(words) < MOST_WORDS else Counter(dict(words.most_common(KEPT_WORDS)))

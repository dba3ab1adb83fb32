"""Rebuilds the search index from the revisions, on all cores, and swaps it in when complete.

A rebuild that is interrupted goes on where it was the next time (checkpoint.py).

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
from articles.search.checkpoint import (
    Checkpoint,
    drop_checkpoint,
    load_checkpoint,
    save_checkpoint,
)
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
CHECKPOINT_PORTIONS = 25
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
    """The lock is held by a transaction of a second connection: so it is also behind a pool."""
    second = connection.copy()
    try:
        second.set_autocommit(False)
        with second.cursor() as cursor:
            cursor.execute("SET LOCAL idle_in_transaction_session_timeout = 0")
            cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [LOCK])
            if not cursor.fetchone()[0]:
                raise Busy(_("Another process is building the index."))
        yield
    finally:
        second.close()


@alone()
def rebuild(report_progress: Callable[[int, int], None], processes: int | None = None) -> int:
    """Rebuild the index and return the number of articles.

    `report_progress(done, total)` is called at the start and after every portion. `processes`
    defaults to the number of cores. Raises Busy if another process is rebuilding.
    """
    earlier = load_checkpoint()
    checkpoint = earlier or Checkpoint()
    with (
        ReplacementTable(TABLE, is_continued=bool(earlier)) as rows,
        ReplacementTable(WORDS) as word_table,
        checkpoint_table(),
    ):
        drop_rows_after(checkpoint.last_article)
        fill(checkpoint, report_progress, processes)
        copy(word_table.new, WORD_COLUMNS, word_rows(checkpoint.words))
        rows.complete()
        word_table.complete()
        with rows.swap(), word_table.swap():
            catch_up()
    return checkpoint.article_count


@contextmanager
def checkpoint_table() -> Iterator[None]:
    """Dropped with the half-built index that it belongs to: not when the program is interrupted."""
    try:
        yield
    except Exception:
        drop_checkpoint()
        raise
    drop_checkpoint()


def drop_rows_after(article: int) -> None:
    """Those written after the checkpoint are written again."""
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {TABLE}_new WHERE article_id > %s", [article])  # noqa: S608


def fill(
    checkpoint: Checkpoint, report_progress: Callable[[int, int], None], processes: int | None
) -> None:
    total = Article.objects.count()
    report_progress(checkpoint.article_count, total)
    parts = analyse_in_processes(portions(checkpoint.last_article), processes)
    for number, part in enumerate(parts, 1):
        copy(f"{TABLE}_new", COLUMNS, part.rows)
        checkpoint.last_article = part.rows[-1][0]
        checkpoint.article_count += part.article_count
        checkpoint.words.update(part.words)
        checkpoint.words = most_frequent(checkpoint.words)
        if number % CHECKPOINT_PORTIONS == 0:
            save_checkpoint(checkpoint)
        report_progress(checkpoint.article_count, max(total, checkpoint.article_count))
    save_checkpoint(checkpoint)


def portions(last: int) -> Iterator[list[ArticleRevisions]]:
    """Of the articles after that one."""
    while part := load_revisions(last):
        yield part
        last = part[-1].article_id


def load_revisions(
    after: int, only: Sequence[int] | None = None, most: int | None = None
) -> list[ArticleRevisions]:
    with connection.cursor() as cursor:
        cursor.execute(
            REVISIONS, [after, list(only) if only is not None else None, most or PORTION]
        )
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

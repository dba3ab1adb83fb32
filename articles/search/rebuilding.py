"""The whole index anew, from the revisions: read in portions, analysed on every core, put in place.

While it is built readers and editors go on with the old one, and what they save meanwhile is
seen to at the end: rows whose version differs are written once more.
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
from articles.search.printed import near
from articles.search.rows import (
    COLUMNS,
    EDITORS,
    FOUND_BY_READERS,
    PUBLIC,
    Analysed,
    Revised,
    analyse,
)
from articles.search.shadow import Shadow, copy
from articles.search.word_keys import remember

PORTION = 200  # articles, analysed by one process at a time
TABLE, WORDS = "articles_searchrow", "articles_searchword"
WORD_COLUMNS = ("word", "article_count", "near")
REMEMBERED = 400_000  # words a process, about 200 MB: a rare word costs a hundred times a known one
LOCK = 0x5EA2C4  # of the server, by which two rebuilds know of each other
MOST_WORDS, KEPT_WORDS = 1_000_000, 200_000  # counted in memory; kept where there are more

# The latest revision, and the released one where it is another.
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
# Articles whose rows are not those of their revisions as they stand now.
STALE = f"""
    WITH expected AS (
        SELECT id, '{EDITORS}', version FROM articles_article
        UNION ALL
        SELECT article.id, '{PUBLIC}', released.version
        FROM articles_article article
        JOIN articles_revision released ON released.id = article.released_id
        WHERE article.status IN {FOUND_BY_READERS}
    ), written AS (SELECT article_id, scope, version FROM {TABLE}_new)
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
def rebuild(told: Callable[[int, int], None], processes: int | None = None) -> int:
    """`told(done, all)` after every portion. Returns the number of articles."""
    total, done = Article.objects.count(), 0
    words: Counter[str] = Counter()
    with Shadow(TABLE) as rows, Shadow(WORDS) as kept:
        for part in analysed(portions(), processes):
            copy(rows.new, COLUMNS, part.rows)
            words.update(part.words)
            words = lessened(words)
            done += part.article_count
            told(done, max(total, done))
        copy(kept.new, WORD_COLUMNS, word_rows(words))
        rows.complete()
        kept.complete()
        with rows.swapped(), kept.swapped():
            catch_up()
    return done


def portions() -> Iterator[list[Revised]]:
    last = 0
    while part := revised(last):
        yield part
        last = part[-1].article_id


def revised(after: int, only: Sequence[int] | None = None, most: int = PORTION) -> list[Revised]:
    with connection.cursor() as cursor:
        cursor.execute(REVISIONS, [after, list(only) if only is not None else None, most])
        return [Revised(*row) for row in cursor.fetchall()]


def analysed(parts: Iterator[list[Revised]], processes: int | None) -> Iterator[Analysed]:
    """In any number of processes, a few portions ahead of what is written."""
    count = processes or os.cpu_count() or 1
    if count == 1:
        yield from map(analyse, parts)
        return
    # Processes that share no connection with this one, nor know of Django.
    with ProcessPoolExecutor(count, get_context("forkserver"), remember, (REMEMBERED,)) as pool:
        waiting: list[Future[Analysed]] = []
        for part in parts:
            waiting.append(pool.submit(analyse, part))
            if len(waiting) > 2 * count:
                yield waiting.pop(0).result()
        yield from (one.result() for one in waiting)


def catch_up() -> None:
    """Articles saved, released or deleted since they were read."""
    with connection.cursor() as cursor:
        cursor.execute(STALE)
        stale = [key for (key,) in cursor.fetchall()]
        cursor.execute(f"DELETE FROM {TABLE}_new WHERE article_id = ANY(%s)", [stale])  # noqa: S608
        if not stale:
            return
        anew = analyse(revised(0, stale, len(stale)))
        copy(f"{TABLE}_new", COLUMNS, anew.rows)
        cursor.executemany(
            f"INSERT INTO {WORDS}_new ({', '.join(WORD_COLUMNS)}) VALUES (%s, %s, %s)"  # noqa: S608
            " ON CONFLICT DO NOTHING",
            list(word_rows(anew.words)),
        )


def word_rows(words: Mapping[str, int]) -> Iterator[tuple[str, int, list[int]]]:
    return ((word, count, near(word)) for word, count in words.items())


def lessened(words: Counter[str]) -> Counter[str]:
    """A table of words must not grow with every misprint of a large archive."""
    return words if len(words) < MOST_WORDS else Counter(dict(words.most_common(KEPT_WORDS)))

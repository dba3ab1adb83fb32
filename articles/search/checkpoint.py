"""How far a rebuild of the search index came, so that an interrupted one goes on from there.

One row in a table of its own, beside the half-built index. What another version of the program has
analysed is not gone on with.
"""

from __future__ import annotations

from collections import Counter
from hashlib import blake2b
from pathlib import Path

import msgspec
from django.conf import settings
from django.db import connection

from articles.search.table_swap import run

TABLE, INDEX_TABLE = "articles_searchrow_checkpoint", "articles_searchrow_new"
# Whether there is a half-built index that still lacks its constraints and indexes.
CAN_GO_ON = """
    SELECT to_regclass(%s) IS NOT NULL
        AND EXISTS (SELECT FROM pg_class WHERE oid = to_regclass(%s) AND NOT relhasindex)
"""
ANALYSIS = ("articles/search", "articles/records", "articles/models/search.py")


class Checkpoint(msgspec.Struct):
    """All articles up to `last_article` are in the new index."""

    last_article: int = 0
    article_count: int = 0
    words: Counter[str] = msgspec.field(default_factory=Counter)


def load_checkpoint() -> Checkpoint | None:
    """None if there is none, or another version of the program wrote it."""
    with connection.cursor() as cursor:
        cursor.execute(CAN_GO_ON, [TABLE, INDEX_TABLE])
        if not cursor.fetchone()[0]:
            return None
        cursor.execute(
            f"SELECT last_article, article_count, words FROM {TABLE} WHERE program = %s",  # noqa: S608
            [analysis_mark()],
        )
        row = cursor.fetchone()
    return Checkpoint(row[0], row[1], Counter(msgspec.json.decode(row[2]))) if row else None


def save_checkpoint(checkpoint: Checkpoint) -> None:
    words = msgspec.json.encode(checkpoint.words).decode()
    values: list[str | int] = [
        analysis_mark(),
        checkpoint.last_article,
        checkpoint.article_count,
        words,
    ]
    with connection.cursor() as cursor:
        cursor.execute(
            f"CREATE TABLE IF NOT EXISTS {TABLE} (one int PRIMARY KEY DEFAULT 1, program text,"
            " last_article bigint, article_count bigint, words text)"
        )
        cursor.execute(
            f"INSERT INTO {TABLE} (program, last_article, article_count, words)"  # noqa: S608
            " VALUES (%s, %s, %s, %s) ON CONFLICT (one) DO UPDATE SET program = excluded.program,"
            " last_article = excluded.last_article, article_count = excluded.article_count,"
            " words = excluded.words",
            values,
        )


def drop_checkpoint() -> None:
    run(f"DROP TABLE IF EXISTS {TABLE}")


def analysis_mark() -> str:
    """A hash of the code and the packages that turn texts into keys."""
    mark = blake2b((settings.BASE_DIR / "requirements.txt").read_bytes(), digest_size=16)
    for name in ANALYSIS:
        path: Path = settings.BASE_DIR / name
        for file in sorted(path.rglob("*.py")) if path.is_dir() else [path]:
            mark.update(file.read_bytes())
    return mark.hexdigest()

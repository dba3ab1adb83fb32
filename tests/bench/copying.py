"""Copies of a whole bench database within itself: each copy has journals and issues of its own.

Only what readers' pages and the search read is copied. Copied articles have no author's page, so
that nobody's page grows.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper

from articles.models import Journal
from articles.models.public_state import PublicState

# Columns that are not copied as they are. `copy` is the number of the copy; keys of the copies
# are that many times this further.
STEP = 10_000_000
MOVED = {
    "articles_journal": {"id", "slug"},
    "articles_look": {"id", "journal_id"},
    "articles_section": {"id", "journal_id"},
    "articles_issue": {"id", "journal_id"},
    "articles_article": {"id", "journal_id", "issue_id", "section_id", "released_id", "doi"},
    "articles_revision": {"id", "article_id"},
    "articles_listing": {"article_id", "journal_id", "issue_id", "section_id", "stored"},
    "articles_listingkey": {"id", "listing_id", "journal_id", "author_id"},
    "articles_searchrow": {"id", "article_id", "journal_id", "issue_id", "section_id"},
}
OTHERWISE = {
    "slug": "slug || '-copy-' || copy",
    "doi": "doi || '.' || copy",
    "author_id": "NULL",
    "stored": "regexp_replace(stored, '\"id\":(\\d+)', '\"id\":' || article_id + copy * {step})",
}
SLOW_INDEXES = {"articles_searchrow": "search_by_month"}
COLUMNS = """
    SELECT quote_ident(attname) FROM pg_attribute WHERE attrelid = %s::regclass AND attnum > 0
    AND NOT attisdropped AND attgenerated = '' ORDER BY attnum
"""


def add_copies(count: int) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        for table, moved in MOVED.items():
            cursor.execute(COLUMNS, [table])
            columns = [name for (name,) in cursor.fetchall()]
            values = [new_value(name) if name in moved else name for name in columns]
            with without_index(cursor, SLOW_INDEXES.get(table)):
                cursor.execute(
                    f"INSERT INTO {table} ({', '.join(columns)})"
                    f" SELECT {', '.join(values)} FROM {table}, generate_series(1, %s) copy",
                    [count],
                )
        set_next_keys(cursor)
    for journal in Journal.objects.filter(public_states=None):
        PublicState.objects.record_change(journal.pk)


def set_next_keys(cursor: CursorWrapper) -> None:
    for table, moved in MOVED.items():
        if "id" in moved:
            cursor.execute(
                f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), max(id)) FROM {table}"
            )


@contextmanager
def without_index(cursor: CursorWrapper, index: str | None) -> Iterator[None]:
    """Building an index at once is much faster than row by row."""
    if index is None:
        yield
        return
    cursor.execute("SELECT pg_get_indexdef(%s::regclass)", [index])
    (definition,) = cursor.fetchone()
    cursor.execute(f"DROP INDEX {index}")
    yield
    cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # no index is made before they are checked
    cursor.execute(definition)


def new_value(column: str) -> str:
    return OTHERWISE.get(column, f"{column} + copy * {{step}}").format(step=STEP)

"""What state public pages are in: one query tells whether a page that was made before still holds.

Each function takes the keyword arguments of the view, and returns None where nothing is public.

Raw SQL: every request of a public page begins with one of these, and most of them end with it. As a
queryset each would take six times as long, which doubles the cost of a page that is kept.
"""

from __future__ import annotations

from typing import Any

from django.db import connection

SITE = "SELECT number FROM articles_publicstate"
JOURNAL = """
    SELECT state.number FROM articles_publicstate state
    JOIN articles_journal journal ON journal.id = state.journal_id WHERE journal.slug = %s
"""
ARTICLE = """
    SELECT state.number, position('"relations"' in listing.stored) > 0
    FROM articles_publicstate state JOIN articles_listing listing USING (journal_id)
    WHERE listing.article_id = %s
"""


def site_state(**arguments: object) -> int | None:
    """For pages that show several journals, or people and keywords of all."""
    return sum(number for (number,) in fetch(SITE)) or None


def journal_state(journal: str, **arguments: object) -> int | None:
    """For pages below the address of one journal."""
    return sum(number for (number,) in fetch(JOURNAL, journal)) or None


def article_state(pk: int, **arguments: object) -> int | None:
    """The state of its journal; of the site where the article names others, of any journal."""
    rows = fetch(ARTICLE, pk)
    if any(has_relations for _number, has_relations in rows):
        return site_state()
    return sum(number for number, _has_relations in rows) or None


def fetch(sql: str, *parameters: str | int) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return cursor.fetchall()

"""The current public state of a page's journal or site, in one query.

Each function takes the keyword arguments of the view, and returns None if nothing is public.

Raw SQL, because every request of a public page runs one of these. Measured: with querysets a page
asked again cost 6 to 11 times an empty view, against a budget of 4; with SQL 2.5 to 4.3 times.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.utils import timezone

from journal.monitoring.request_context import note_journal
from journal.replica.router import read_connection

SITE = "SELECT number FROM articles_publicstate"
JOURNAL = """
    SELECT state.number FROM articles_publicstate state
    JOIN articles_journal journal ON journal.id = state.journal_id WHERE journal.slug = %s
"""
# Of the article's journal; of the whole site if the article has relations, to any journal.
ARTICLE = """
    SELECT state.number, journal.slug FROM articles_listing listing
    JOIN articles_journal journal ON journal.id = listing.journal_id
    JOIN articles_publicstate state ON state.journal_id = journal.id
        OR position('"relations"' in listing.stored) > 0
    WHERE listing.article_id = %s
"""


def site_state(**arguments: object) -> int | None:
    """The state of pages that show several journals, or the people and keywords of all."""
    return sum(number for (number,) in fetch(SITE)) or None


def journal_state(journal: str, **arguments: object) -> int | None:
    """The state of pages below the address of one journal."""
    return sum(number for (number,) in fetch(JOURNAL, journal)) or None


def article_state(pk: int, **arguments: object) -> int | None:
    """The state of the article's journal; of the site if it has relations, to any journal."""
    rows = fetch(ARTICLE, pk)
    if rows:
        note_journal(rows[0][1])
    return sum(number for number, _slug in rows) or None


def by_day(state: Callable[..., int | None]) -> Callable[..., int | None]:
    """The state of pages that show what has a first or a last day: another one each day."""

    def state_of_the_day(**arguments: object) -> int | None:
        number = state(**arguments)
        return None if number is None else number + timezone.localdate().toordinal()

    return state_of_the_day


def fetch(sql: str, *parameters: str | int) -> list[tuple[Any, ...]]:
    with read_connection().cursor() as cursor:
        cursor.execute(sql, parameters)
        return cursor.fetchall()

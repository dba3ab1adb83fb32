"""Suggestions while a reader types: titles, authors and keywords that begin with the typed text.

The index is read value by value (a "loose index scan"), so a keyword of ten thousand articles
costs as much as a keyword of one.
"""

from __future__ import annotations

from typing import Any, Literal

import msgspec

from articles.records.languages import Language
from articles.search.folding import typed
from journal.replica.router import read_connection

MOST = 4  # of each kind
LONGEST = 80
LAST = "\U0010ffff"

# Each step selects the next value after the previous one, among those that begin as typed.
# `{scope}` keeps to the keys of a journal.
STEPS = """
    WITH RECURSIVE step AS (
        (SELECT typed, id, 1 AS place FROM articles_listingkey
         WHERE {scope} kind = %(kind)s AND typed ~>=~ %(from)s AND typed ~<~ %(to)s
         ORDER BY typed USING ~<~, id LIMIT 1)
        UNION ALL
        SELECT following.typed, following.id, step.place + 1 FROM step, LATERAL (
            SELECT typed, id FROM articles_listingkey
            WHERE {scope} kind = %(kind)s AND typed ~>~ step.typed AND typed ~<~ %(to)s
            ORDER BY typed USING ~<~, id LIMIT 1
        ) following WHERE step.place < %(most)s
    )
    SELECT label, language, listing_id, author_id FROM step
    JOIN articles_listingkey USING (id) ORDER BY place
"""
STEPS_OF_SITE = STEPS.format(scope="")
STEPS_OF_JOURNAL = STEPS.format(scope="journal_id = %(journal)s AND")

Kind = Literal["title", "author", "keyword"]
KINDS: tuple[Kind, ...] = ("keyword", "author", "title")


class Suggestion(msgspec.Struct, frozen=True):
    kind: Kind
    label: str
    language: Language
    article_id: int
    author_id: int | None = None


def suggestions(text: str, journal: int | None = None) -> list[Suggestion]:
    """Suggestions for text in any spelling, with or without Kazakh letters; none for empty text.

    From the articles of a journal, by its key, or else of all journals.
    """
    beginning = typed(text[:LONGEST])
    if not beginning:
        return []
    return [one for kind in KINDS for one in suggestions_of_kind(kind, beginning, journal)]


def suggestions_of_kind(kind: Kind, beginning: str, journal: int | None) -> list[Suggestion]:
    values: dict[str, Any] = {"kind": kind, "from": beginning, "to": beginning + LAST, "most": MOST}
    with read_connection().cursor() as cursor:
        if journal is None:
            cursor.execute(STEPS_OF_SITE, values)
        else:
            cursor.execute(STEPS_OF_JOURNAL, {**values, "journal": journal})
        return [
            Suggestion(kind, label, language, article, author)
            for label, language, article, author in cursor.fetchall()
        ]

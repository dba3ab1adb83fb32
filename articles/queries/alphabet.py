"""Alphabetical indexes of authors and keywords: their letters, and what begins with each."""

from __future__ import annotations

import msgspec
from django.db.models import Count, Min, QuerySet

from articles.models.listing import ListingKey
from articles.records.collation import CYRILLIC, LATIN, sort_key
from articles.records.languages import Language
from journal.replica.router import read_connection

# Raw SQL: a queryset would ask once a letter, or read every key. This looks each letter up in the
# index, so that no letter costs more for being a frequent one.
LETTERS = """
    SELECT letter FROM unnest(%s::text[], %s::text[]) WITH ORDINALITY letters (letter, start, place)
    WHERE EXISTS (
        SELECT FROM articles_listingkey
        WHERE kind = %s AND language = %s AND sort_key >= start AND sort_key < start || '~'
    ) ORDER BY place
"""


class IndexEntry(msgspec.Struct, frozen=True):
    """A line of an index: a name or a term as printed, and how many articles it has."""

    label: str
    key: str  # what it is asked for by
    article_count: int
    author_id: int | None = None


def first_letters(kind: str, language: Language) -> list[str]:
    """The letters that something begins with, in the order of the language's alphabet."""
    order = LATIN + CYRILLIC if language == "en" else CYRILLIC + LATIN
    letters = [letter for letter in order if not (language == "ru" and letter == "ё")]
    starts = [sort_key(letter, language) for letter in letters]
    with read_connection().cursor() as cursor:
        cursor.execute(LETTERS, [[one.upper() for one in letters], starts, kind, language])
        return [letter for (letter,) in cursor.fetchall()]


def index_entries(
    kind: str, language: Language, letter: str, start: int, limit: int
) -> list[IndexEntry]:
    """In alphabetical order, all of them where `letter` is empty; a person once for each name."""
    keys = _beginning_with(letter, language).filter(kind=kind, language=language)
    entries = keys.values("sort_key", "key", "author_id").annotate(
        first_label=Min("label"), article_count=Count("listing", distinct=True)
    )
    ordered = entries.order_by("sort_key", "key", "author_id")[start : start + limit]
    return [
        IndexEntry(entry["first_label"], entry["key"], entry["article_count"], entry["author_id"])
        for entry in ordered
    ]


def _beginning_with(letter: str, language: Language) -> QuerySet[ListingKey]:
    keys = ListingKey.objects.all()
    if not letter:
        return keys
    start = sort_key(letter, language)
    return keys.filter(sort_key__gte=start, sort_key__lt=f"{start}~")

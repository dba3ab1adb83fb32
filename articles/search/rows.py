"""The rows of one article as values: made in any process, with no database at hand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec

from articles.records import json
from articles.records.record import Record
from articles.search.printed import words_of
from articles.search.vectors import vector_of

PUBLIC, EDITORS = "public", "editors"  # as SearchRow.Scope has them
FOUND_BY_READERS = ("published", "retracted")

Row = tuple[int, str, int, int, int | None, int | None, str, str | None, str | None]
COLUMNS = (
    *("article_id", "scope", "version", "journal_id", "issue_id", "section_id"),
    *("language", "published_on", "vector"),
)


class Revised(msgspec.Struct, frozen=True, array_like=True):
    """An article as a rebuild reads it: its latest revision, and the released one if another."""

    article_id: int
    journal_id: int
    version: int
    stored: str
    released_version: int | None
    released_stored: str | None


class Analysed(msgspec.Struct, frozen=True):
    """A portion of articles: their rows, and in how many of them each word stands."""

    rows: list[Row]
    words: dict[str, int]
    article_count: int


def analyse(portion: Iterable[Revised]) -> Analysed:
    words: Counter[str] = Counter()
    rows: list[Row] = []
    count = 0
    for count, article in enumerate(portion, 1):  # noqa: B007 - the last is their number
        rows += rows_of(article, words)
    return Analysed(rows, dict(words), count)


def rows_of(article: Revised, words: Counter[str]) -> Iterator[Row]:
    """One for editors, and one for readers of what is released and not withdrawn."""
    key, journal = article.article_id, article.journal_id
    latest = json.load(article.stored)
    released = json.load(article.released_stored) if article.released_stored else latest
    is_found = article.released_version is not None and released.status in FOUND_BY_READERS
    vector = None if is_found and released is latest else vector_for(latest, EDITORS)
    yield row_of(key, article.version, journal, latest, EDITORS, vector)
    if is_found and article.released_version is not None:
        words.update(words_of(released))
        vector = vector_for(released, PUBLIC)
        yield row_of(key, article.released_version, journal, released, PUBLIC, vector)


def vector_for(record: Record, scope: str) -> str:
    """Editors look for articles, not for what stands in their full text: a save stays quick."""
    return vector_of(record, has_body=scope == PUBLIC)


def row_of(
    key: int, version: int, journal: int, record: Record, scope: str, vector: str | None
) -> Row:
    published_on = record.published_on.isoformat() if record.published_on else None
    return (
        *(key, scope, version, journal, record.issue_id, record.section_id),
        *(record.language, published_on, vector),
    )

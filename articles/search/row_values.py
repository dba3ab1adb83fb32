"""The values of search rows: computed in any process, without a database."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec

from articles.records import json
from articles.records.record import Record
from articles.search.vectors import vector_of
from articles.search.word_spellings import words_of

PUBLIC, EDITORS = "public", "editors"  # the values of SearchRow.Scope, without its import
FOUND_BY_READERS = ("published", "retracted")

Row = tuple[int, str, int, int, int | None, int | None, str, str | None, str | None]
COLUMNS = (
    *("article_id", "scope", "version", "journal_id", "issue_id", "section_id"),
    *("language", "published_on", "vector"),
)


class ArticleRevisions(msgspec.Struct, frozen=True, array_like=True):
    """An article for a rebuild: its latest revision, and the released one if that is another."""

    article_id: int
    journal_id: int
    version: int
    stored: str
    released_version: int | None
    released_stored: str | None


class PortionRows(msgspec.Struct, frozen=True):
    """The rows of a portion of articles, and in how many of these each word occurs."""

    rows: list[Row]
    words: dict[str, int]
    article_count: int


def rows_of_portion(portion: Iterable[ArticleRevisions]) -> PortionRows:
    words: Counter[str] = Counter()
    rows: list[Row] = []
    count = 0
    for count, article in enumerate(portion, 1):  # noqa: B007 - the last is their number
        rows += rows_of(article, words)
    return PortionRows(rows, dict(words), count)


def rows_of(article: ArticleRevisions, words: Counter[str]) -> Iterator[Row]:
    """The row for editors, and the row for readers if the article is released and not withdrawn."""
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
    """The vector of a record. Editors' rows leave out the full text, which keeps saving quick."""
    return vector_of(record, has_body=scope == PUBLIC)


def row_of(
    key: int, version: int, journal: int, record: Record, scope: str, vector: str | None
) -> Row:
    published_on = record.published_on.isoformat() if record.published_on else None
    return (
        *(key, scope, version, journal, record.issue_id, record.section_id),
        *(record.language, published_on, vector),
    )

"""The rows that search looks in, written in the transaction that saves or releases an article."""

from __future__ import annotations

from django.db import connection

from articles.models import Article, SearchRow
from articles.records.record import Record
from articles.search.vectors import vector_of
from articles.search.vocabulary import keep_words

Row = tuple[int, str, int, int, int | None, int | None, str, str | None, str]

COLUMNS = (
    *("article_id", "scope", "version", "journal_id", "issue_id", "section_id"),
    *("language", "published_on", "vector"),
)
VALUES = ", ".join(["%s"] * len(COLUMNS))
WRITE = f"""
    INSERT INTO articles_searchrow ({", ".join(COLUMNS)}) VALUES ({VALUES})
    ON CONFLICT (article_id, scope) DO UPDATE
    SET {", ".join(f"{column} = excluded.{column}" for column in COLUMNS[2:])}
"""  # noqa: S608 - names of our own columns


def write_search_row(article: Article, record: Record, scope: SearchRow.Scope) -> None:
    """What was withdrawn is found by editors alone."""
    if scope == SearchRow.Scope.PUBLIC and record.status == "withdrawn":
        SearchRow.objects.filter(article=article, scope=scope).delete()
        return
    vector = vector_for(record, scope)
    with connection.cursor() as cursor:
        cursor.execute(
            WRITE, row_of(article.pk, article.version, article.journal_id, record, scope, vector)
        )
    if scope == SearchRow.Scope.PUBLIC:
        keep_words(record)


def vector_for(record: Record, scope: str) -> str:
    """Editors look for articles, not for what stands in their full text: a save stays quick."""
    return vector_of(record, has_body=scope == SearchRow.Scope.PUBLIC)


def row_of(pk: int, version: int, journal_id: int, record: Record, scope: str, vector: str) -> Row:
    published_on = record.published_on.isoformat() if record.published_on else None
    return (
        *(pk, str(scope), version, journal_id, record.issue_id, record.section_id),
        *(record.language, published_on, vector),
    )

"""The rows that search looks in, written in the transaction that saves or releases an article."""

from __future__ import annotations

from django.db import connection

from articles.models import Article, SearchRow
from articles.records.record import Record
from articles.search.rows import COLUMNS, FOUND_BY_READERS, row_of, vector_for
from articles.search.vocabulary import keep_words

VALUES = ", ".join(["%s"] * len(COLUMNS))
WRITE = f"""
    INSERT INTO articles_searchrow ({", ".join(COLUMNS)}) VALUES ({VALUES})
    ON CONFLICT (article_id, scope) DO UPDATE
    SET {", ".join(f"{column} = excluded.{column}" for column in COLUMNS[2:])}
"""  # noqa: S608 - names of our own columns


def write_search_row(article: Article, record: Record, scope: SearchRow.Scope) -> None:
    """What was withdrawn is found by editors alone."""
    if scope == SearchRow.Scope.PUBLIC and record.status not in FOUND_BY_READERS:
        SearchRow.objects.filter(article=article, scope=scope).delete()
        return
    row = row_of(
        article.pk,
        article.version,
        article.journal_id,
        record,
        scope.value,
        vector_for(record, scope),
    )
    with connection.cursor() as cursor:
        cursor.execute(WRITE, row)
    if scope == SearchRow.Scope.PUBLIC:
        keep_words(record)

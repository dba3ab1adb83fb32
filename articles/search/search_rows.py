"""Writes the search rows of an article, in the transaction that saves or releases it."""

from __future__ import annotations

from django.db import connection
from django.db.models import QuerySet

from articles.models import Article, SearchRow
from articles.records.record import Record
from articles.search.row_values import COLUMNS, FOUND_BY_READERS, row_of, vector_for
from articles.search.vocabulary import store_words

VALUES = ", ".join(["%s"] * len(COLUMNS))
WRITE = f"""
    INSERT INTO articles_searchrow ({", ".join(COLUMNS)}) VALUES ({VALUES})
    ON CONFLICT (article_id, scope) DO UPDATE
    SET {", ".join(f"{column} = excluded.{column}" for column in COLUMNS[2:])}
"""  # noqa: S608 - names of our own columns


def write_search_row(article: Article, record: Record, scope: SearchRow.Scope) -> None:
    """Write the row of the saved record (scope EDITORS) or of the released record (PUBLIC)."""
    if scope == SearchRow.Scope.EDITORS:
        write(article, record, scope)
    elif record.status in FOUND_BY_READERS:
        write(article, record, scope)
        rows_of(article, SearchRow.Scope.EDITORS).update(vector=None)
        store_words(record)
    else:  # only editors find a withdrawn article
        write(article, record, SearchRow.Scope.EDITORS)
        rows_of(article, SearchRow.Scope.PUBLIC).delete()


def write(article: Article, record: Record, scope: SearchRow.Scope) -> None:
    vector = vector_for(record, scope)
    key, version, journal = article.pk, article.version, article.journal_id
    with connection.cursor() as cursor:
        cursor.execute(WRITE, row_of(key, version, journal, record, scope.value, vector))


def rows_of(article: Article, scope: SearchRow.Scope) -> QuerySet[SearchRow]:
    return SearchRow.objects.filter(article=article, scope=scope)

"""The difference between what stands in the tables and what should: three statements a table."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

from articles.models import Article, Galley, Keyword
from articles.models.parts import Part
from articles.records.record import Record

from .rows import Columns, article_columns, rows_of


def write_columns(article: Article, record: Record) -> None:
    """The article's own row, in memory: the caller saves it."""
    for column, value in article_columns(record).items():
        setattr(article, column, value)


def write_rows(article: Article, before: Record | None, after: Record) -> dict[str, int]:
    """Brings every table to `after`; tables whose rows are alike in both are not asked.

    Returns the keys of new galleys by their path in storage.
    """
    old = rows_of(before) if before else {}
    for table, wanted in rows_of(after).items():
        if old.get(table, []) != wanted:
            write_table(table, article, wanted)
    if any(galley.id is None for galley in after.galleys):
        return dict(Galley.objects.filter(article=article).values_list("file", "pk"))
    return {}


def write_table(table: type[Part], article: Article, wanted: list[Columns]) -> None:
    standing = {identity(table, vars(row)): row for row in table.objects.filter(article=article)}
    fresh: list[Part] = []
    changed: list[Part] = []
    for columns in wanted:
        row = standing.pop(identity(table, columns), None)
        if row is None:
            fresh.append(table(article=article, **columns))
        elif differs(row, columns):
            for column, value in columns.items():
                setattr(row, column, value)
            changed.append(row)
    if standing:
        table.objects.filter(pk__in=[row.pk for row in standing.values()]).delete()
    if changed:
        table.objects.bulk_update(changed, update_fields(wanted))
    if fresh:
        table.objects.bulk_create(fresh)


def identity(table: type[Part], columns: dict[str, Any]) -> Hashable:
    """By what a row is known again: a galley by its key, all else by its place."""
    if table is Galley:
        return columns["id"]
    if table is Keyword:
        return columns["language"], columns["order"]
    return columns["order"]


def differs(row: Part, columns: Columns) -> bool:
    return any(getattr(row, column) != value for column, value in columns.items())


def update_fields(wanted: list[Columns]) -> list[str]:
    return [column.removesuffix("_id") for column in wanted[0] if column != "id"]

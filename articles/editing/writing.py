"""Writing a record's rows: only what differs, at most three statements for each table."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

from articles.models import Article, Galley, Keyword
from articles.models.parts import Part
from articles.records.record import Record

from .rows import Columns, article_columns, rows_of


def write_columns(article: Article, record: Record) -> None:
    """Sets the columns of the article itself; the caller saves it."""
    for column, value in article_columns(record).items():
        setattr(article, column, value)


def write_rows(article: Article, before: Record | None, after: Record) -> dict[int, int]:
    """Writes the rows of `after`. A table whose rows do not change is not queried.

    Returns the keys of galleys by their place in the list, from 1, if any galley is new.
    """
    old = rows_of(before) if before else {}
    for table, wanted in rows_of(after).items():
        if old.get(table, []) != wanted:
            write_table(table, article, wanted)
    if any(galley.id is None for galley in after.galleys):
        return dict(Galley.objects.filter(article=article).values_list("order", "pk"))
    return {}


def write_table(table: type[Part], article: Article, wanted: list[Columns]) -> None:
    existing = {identity(table, vars(row)): row for row in table.objects.filter(article=article)}
    created: list[Part] = []
    changed: list[Part] = []
    for columns in wanted:
        row = existing.pop(identity(table, columns), None)
        if row is None:
            created.append(table(article=article, **columns))
        elif differs(row, columns):
            for column, value in columns.items():
                setattr(row, column, value)
            changed.append(row)
    if existing:
        table.objects.filter(pk__in=[row.pk for row in existing.values()]).delete()
    if changed:
        table.objects.bulk_update(changed, update_fields(wanted))
    if created:
        table.objects.bulk_create(created)


def identity(table: type[Part], columns: dict[str, Any]) -> Hashable:
    """What identifies a row: a galley its key, others their place in the order."""
    if table is Galley:
        return columns["id"]
    if table is Keyword:
        return columns["language"], columns["order"]
    return columns["order"]


def differs(row: Part, columns: Columns) -> bool:
    return any(getattr(row, column) != value for column, value in columns.items())


def update_fields(wanted: list[Columns]) -> list[str]:
    return [column.removesuffix("_id") for column in wanted[0] if column != "id"]

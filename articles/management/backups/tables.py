"""The tables of the database with their writable columns, and their sequences."""

from __future__ import annotations

from typing import Any

import msgspec
from django.db import connection
from psycopg import sql

MIGRATIONS = "django_migrations"  # Django's own, of no model
# Sessions and failed sign-ins mean nothing on another machine; e-mails that waited have been sent;
# an export of OJS is uploaded again; what a count remembers of the last hours is forgotten.
LEFT_OUT = {
    "articles_usagestate",
    *("django_session", "articles_mail"),
    *("articles_ojsimport", "articles_ojsimportfile"),
    *("axes_accessattempt", "axes_accessfailurelog", "axes_accesslog"),
}

COLUMNS = """
SELECT table_name::text, array_agg(column_name::text ORDER BY ordinal_position)
FROM information_schema.columns
WHERE table_schema = current_schema() AND is_generated = 'NEVER'
  AND table_name = ANY(%s)
GROUP BY table_name ORDER BY table_name
"""
IDENTITY_COLUMNS = """
SELECT table_name::text, column_name::text FROM information_schema.columns
WHERE table_schema = current_schema() AND is_identity = 'YES' AND table_name = ANY(%s)
"""
NEXT_NUMBER = "SELECT setval(pg_get_serial_sequence({t}, {c}), max({i})) FROM {n}"


class Table(msgspec.Struct, frozen=True):
    name: str
    columns: tuple[str, ...]

    def with_columns(self) -> sql.Composed:
        """The table and its columns as COPY names them."""
        return sql.SQL("{} ({})").format(
            sql.Identifier(self.name), sql.SQL(", ").join(map(sql.Identifier, self.columns))
        )


def table_names(only_existing: bool = False) -> list[str]:
    """The tables of the models: no other that lies in the database, such as half an index."""
    names = connection.introspection.django_table_names(only_existing)
    return sorted({*names, MIGRATIONS} - LEFT_OUT)


def tables() -> list[Table]:
    with connection.cursor() as cursor:
        cursor.execute(COLUMNS, [table_names()])
        return [Table(name, tuple(columns)) for name, columns in cursor.fetchall()]


def lock_tables(tables: list[str]) -> None:
    """Keep the tables as they are until the transaction ends; reading and writing go on.

    Called before the first query of a snapshot: the rows of a table that replaces another after it
    would not be seen (PostgreSQL, LOCK).
    """
    names = sql.SQL(", ").join(map(sql.Identifier, tables))
    with driver().cursor() as cursor:
        cursor.execute(sql.SQL("LOCK TABLE {} IN ACCESS SHARE MODE").format(names))


def restart_sequences(names: list[str]) -> None:
    """Sets each sequence after the greatest key of its table."""
    with connection.cursor() as cursor:
        cursor.execute(IDENTITY_COLUMNS, [names])
        for table, column in cursor.fetchall():
            statement = sql.SQL(NEXT_NUMBER)
            cursor.execute(
                statement.format(
                    t=sql.Literal(f'"{table}"'),
                    c=sql.Literal(column),
                    i=sql.Identifier(column),
                    n=sql.Identifier(table),
                ).as_string(driver())
            )


def driver() -> Any:
    """The connection of psycopg, which supports COPY; Django's does not."""
    connection.ensure_connection()
    return connection.connection


def applied_migrations() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT app || '.' || name FROM django_migrations ORDER BY 1")
        return [name for (name,) in cursor.fetchall()]

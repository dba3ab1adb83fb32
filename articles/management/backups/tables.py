"""The tables of the database with their writable columns, and their sequences."""

from __future__ import annotations

from typing import Any

import msgspec
from django.db import connection
from psycopg import sql

# Sessions and failed sign-ins mean nothing on another machine.
LEFT_OUT = {"django_session", "axes_accessattempt", "axes_accessfailurelog", "axes_accesslog"}

COLUMNS = """
SELECT table_name::text, array_agg(column_name::text ORDER BY ordinal_position)
FROM information_schema.columns
WHERE table_schema = current_schema() AND is_generated = 'NEVER'
  AND table_name IN (SELECT tablename FROM pg_tables WHERE schemaname = current_schema())
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


def tables() -> list[Table]:
    with connection.cursor() as cursor:
        cursor.execute(COLUMNS)
        rows = cursor.fetchall()
    return [Table(name, tuple(columns)) for name, columns in rows if name not in LEFT_OUT]


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

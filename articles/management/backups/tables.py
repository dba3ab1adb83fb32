"""The tables of the site, and their columns that can be written."""

from __future__ import annotations

from typing import Any

import msgspec
from django.db import connection
from psycopg import sql

# What is of the moment: who is signed in, who guessed a password.
NOT_KEPT = {"django_session", "axes_accessattempt", "axes_accessfailurelog", "axes_accesslog"}

COLUMNS = """
SELECT table_name::text, array_agg(column_name::text ORDER BY ordinal_position)
FROM information_schema.columns
WHERE table_schema = current_schema() AND is_generated = 'NEVER'
  AND table_name IN (SELECT tablename FROM pg_tables WHERE schemaname = current_schema())
GROUP BY table_name ORDER BY table_name
"""
SERIALS = """
SELECT table_name::text, column_name::text FROM information_schema.columns
WHERE table_schema = current_schema() AND is_identity = 'YES' AND table_name = ANY(%s)
"""


class Table(msgspec.Struct, frozen=True):
    name: str
    columns: tuple[str, ...]

    def named(self) -> sql.Composed:
        return sql.SQL("{} ({})").format(
            sql.Identifier(self.name), sql.SQL(", ").join(map(sql.Identifier, self.columns))
        )


def tables() -> list[Table]:
    with connection.cursor() as cursor:
        cursor.execute(COLUMNS)
        rows = cursor.fetchall()
    return [Table(name, tuple(columns)) for name, columns in rows if name not in NOT_KEPT]


def restart_numbers(names: list[str]) -> None:
    """The next row of each table gets a number that none has."""
    with connection.cursor() as cursor:
        cursor.execute(SERIALS, [names])
        for table, column in cursor.fetchall():
            last = sql.SQL("SELECT setval(pg_get_serial_sequence({t}, {c}), max({i})) FROM {n}")
            cursor.execute(
                last.format(
                    t=sql.Literal(f'"{table}"'),
                    c=sql.Literal(column),
                    i=sql.Identifier(column),
                    n=sql.Identifier(table),
                ).as_string(driver())
            )


def driver() -> Any:
    """psycopg's own connection, which knows COPY."""
    connection.ensure_connection()
    return connection.connection


def applied_migrations() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT app || '.' || name FROM django_migrations ORDER BY 1")
        return [name for (name,) in cursor.fetchall()]

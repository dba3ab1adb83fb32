"""Which database the bench uses, and what it holds. Imports nothing of Django."""

from __future__ import annotations

import os

import psycopg

from journal.quickstart import postgres

SAVED_ARTICLES = 2_000  # more are loaded into the tables, because saving them would take hours
LOADED_ARTICLES = 20_000  # more are copies of these
SIZES = (SAVED_ARTICLES, LOADED_ARTICLES, 100_000)  # with FULL=1, one after the other
ARTICLES = int(os.environ.get("BENCH_ARTICLES", SAVED_ARTICLES))
ISSUE_ARTICLES = 20
GREAT_ISSUE_ARTICLES = 300  # of the first issue, all by one author
REFERENCES = 20
AUTHORS = 3
NAME = "bench_301"  # change the name when what it holds changes
DATABASE = f"{NAME}_{ARTICLES}"
JOURNAL = "bench"
GREAT_ISSUE = {"year": 2000, "number": "1"}
PROLIFIC_AUTHOR = "Өнімді"  # has 300 articles


def use_bench_database() -> None:
    """Name the bench's database in DATABASE_URL; must run before Django reads its settings."""
    postgres.join()
    address = os.environ["DATABASE_URL"]
    before, _slash, after = address.partition("?")
    host, _slash, _name = before.rpartition("/")
    with psycopg.connect(address, autocommit=True) as connection:
        if not exists(connection, DATABASE):
            template = smaller_database(connection)
            connection.execute(f"CREATE DATABASE {DATABASE} TEMPLATE {template}")
    os.environ["DATABASE_URL"] = f"{host}/{DATABASE}?{after}"


def smaller_database(connection: psycopg.Connection) -> str:
    """The bench's database of the next smaller size, which is filled further; or an empty one."""
    names = [f"{NAME}_{size}" for size in SIZES if size < ARTICLES]
    return next((name for name in reversed(names) if exists(connection, name)), "template0")


def exists(connection: psycopg.Connection, database: str) -> bool:
    row = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [database])
    return row.fetchone() is not None

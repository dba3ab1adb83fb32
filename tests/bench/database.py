"""Which database the bench uses, and what it holds. Imports nothing of Django."""

from __future__ import annotations

import os

import psycopg

from journal.quickstart import postgres

ARTICLES = 100_000 if os.environ.get("FULL") else int(os.environ.get("BENCH_ARTICLES", "2000"))
SAVED_ARTICLES = 2_000  # more are copied into the tables, because saving them would take hours
ISSUE_ARTICLES = 20
GREAT_ISSUE_ARTICLES = 300  # of the first issue, all by one author
REFERENCES = 20
AUTHORS = 3
DATABASE = "bench_300"  # change the name when what it holds changes
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
        row = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE])
        if not row.fetchone():
            connection.execute(f"CREATE DATABASE {DATABASE} TEMPLATE template0")
    os.environ["DATABASE_URL"] = f"{host}/{DATABASE}?{after}"

"""What earlier versions of the program have stored is read, and their databases are migrated."""

import gzip
import json as plain_json
import os
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest
from psycopg import sql

from articles.records import json
from articles.records.stored import StoredDecoder
from articles.records.summary import Summary
from articles.records.validation import validate

HERE = Path(__file__).parent
PROJECT = HERE.parents[1]
RECORDS = sorted(HERE.glob("record-*.json"))
SAMPLE = HERE / "sample-2026-11-24.json.gz"
SAMPLE_MIGRATION = "0012"


@pytest.mark.parametrize("file", RECORDS, ids=lambda file: file.stem)
def test_a_revision_of_an_earlier_version_is_read_without_loss(file):
    stored = file.read_bytes().strip()

    record = json.load(stored)

    assert json.write(record) == stored
    assert validate(record) == []


@pytest.fixture
def scratch():
    """The address of an empty database on the server of the tests; it is dropped afterwards."""
    server = os.environ["DATABASE_URL"]
    name = f"earlier_{os.getpid()}"
    with psycopg.connect(server, autocommit=True) as admin:
        admin.execute(f"CREATE DATABASE {name} TEMPLATE template0")
        try:
            before, _slash, after = server.partition("?")
            yield f"{before.rpartition('/')[0]}/{name}?{after}"
        finally:
            admin.execute(f"DROP DATABASE {name} WITH (FORCE)")


def manage(address, *arguments):
    """The output of a command on this database."""
    done = subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=PROJECT,
        env={**os.environ, "DATABASE_URL": address},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def restore(address, file):
    """Fill the tables with the rows of a file; the foreign keys are checked at the end."""
    with psycopg.connect(address) as connection:
        for table, rows in plain_json.loads(gzip.decompress(file.read_bytes())).items():
            insert = sql.SQL(
                "INSERT INTO {0} ({1}) SELECT {1} FROM json_populate_recordset({2}, %s)"
            )
            columns = sql.SQL(", ").join(map(sql.Identifier, rows[0]))
            empty = sql.SQL("NULL::{}").format(sql.Identifier(table))
            connection.execute(
                insert.format(sql.Identifier(table), columns, empty), [plain_json.dumps(rows)]
            )


def texts(address, query):
    with psycopg.connect(address) as connection:
        return [row[0] for row in connection.execute(query).fetchall()]


def test_the_sample_of_an_earlier_version_is_migrated_and_every_article_opens(scratch):
    manage(scratch, "migrate", "articles", SAMPLE_MIGRATION, "--verbosity", "0")
    restore(scratch, SAMPLE)

    manage(scratch, "migrate", "--verbosity", "0")

    revisions = texts(scratch, "SELECT stored FROM articles_revision ORDER BY id")
    listings = texts(scratch, "SELECT stored FROM articles_listing ORDER BY article_id")
    assert [json.write(json.load(stored)).decode() for stored in revisions] == revisions
    assert [StoredDecoder(Summary).decode(stored).id for stored in listings] == texts(
        scratch, "SELECT id FROM articles_article ORDER BY id"
    )
    assert manage(scratch, "export_articles", "jats").count("<article ") == len(listings) == 10

"""Our own PostgreSQL starts, is joined, and is stopped by the last."""

import os

import psycopg


def test_the_tests_have_a_database_that_knows_kazakh_letters():
    with psycopg.connect(os.environ["DATABASE_URL"]) as connection:
        found = connection.execute("SELECT lower('ӘҒҚҢӨҰҮҺІ'), 'Ә' ILIKE 'ә'").fetchone()

    assert found == ("әғқңөұүһі", True)

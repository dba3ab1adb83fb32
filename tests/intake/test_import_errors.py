"""Why a file was not imported, as editors read it."""

from types import SimpleNamespace

import pytest
from django.db import DatabaseError

from articles.intake.import_errors import (
    CONSTRAINTS,
    NotImported,
    Reason,
    database_refusal,
    not_imported,
)


def refused(message="", **diagnosis):
    error = DatabaseError(message)
    if diagnosis:
        error.__cause__ = Exception()
        error.__cause__.diag = SimpleNamespace(**diagnosis)
    return [(one.field, one.message, one.record) for one in database_refusal(error, 2).reasons]


@pytest.mark.parametrize("constraint", CONSTRAINTS)
def test_a_broken_constraint_is_told_in_our_words(constraint):
    field, message = CONSTRAINTS[constraint]

    assert refused(constraint_name=constraint) == [(field, str(message), 2)]


def test_another_refusal_is_told_in_the_database_own_words():
    assert refused(
        table_name="articles_article", column_name="edn", message_primary="value too long"
    ) == [("article.edn", "The database rejected a value: value too long", 2)]
    assert refused(table_name="auth_group", message_primary="odd") == [
        ("auth_group", "The database rejected a value: odd", 2)
    ]
    assert refused("first line\nsecond") == [("", "The database rejected a value: first line", 2)]


@pytest.mark.parametrize(
    ("reason", "line"),
    [
        (Reason(message="Odd."), "Odd."),
        (Reason(message="Odd.", field="doi"), "doi: Odd."),
        (Reason(message="Odd.", field="title", language="kk"), "title (kk): Odd."),
        (Reason(message="Odd.", field="doi", record=3), "record 3: doi: Odd."),
        (Reason(message="Odd.", record=1), "record 1: Odd."),
    ],
)
def test_a_reason_names_its_record_field_and_language(reason, line):
    assert str(reason) == line


def test_values_fill_the_message():
    [reason] = not_imported("Line %(line)d.", "doi", number=1, line=5).reasons

    assert reason == Reason(message="Line 5.", field="doi", record=1)
    assert issubclass(NotImported, ValueError)

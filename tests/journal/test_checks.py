"""The system check that the database lowers Kazakh letters."""

import pytest
from django.core.checks import run_checks

from journal import checks


@pytest.mark.django_db
def test_our_own_database_passes():
    assert run_checks(tags=["database"], databases=["default"]) == []


def test_a_database_with_a_c_locale_is_refused(monkeypatch):
    monkeypatch.setattr(checks, "can_lower_kazakh", lambda alias: False)

    (error,) = checks.check_kazakh_letters(databases=["default"])

    assert (error.id, error.msg) == (
        "journal.E001",
        "In the database 'default' lower('Ә') is not 'ә': search and comparing would fail.",
    )


@pytest.mark.django_db
def test_the_check_costs_two_queries(django_assert_num_queries):
    with django_assert_num_queries(2):
        assert checks.can_lower_kazakh("default") is True

"""Former titles of a journal: their days in the form and in the database."""

from datetime import date
from importlib import import_module

import pytest
from django.apps import apps
from django.db import IntegrityError, connection
from django.test import Client
from django.urls import reverse

from articles.models import TitlePeriod
from tests.factories import a_journal, a_member

pytestmark = pytest.mark.django_db

PREFIX = "title_periods"
MIGRATION = "articles.migrations.0020_former_titles_apart"


def a_period(journal, first, last, name="Old Steppe"):
    days = {"from_on": date.fromisoformat(first), "until_on": date.fromisoformat(last)}
    return TitlePeriod.objects.create(journal=journal, name_en=name, **days)


def posted(journal, rows):
    """Posts the journal's form with these rows of former titles: (saved row or None, days)."""
    client = Client()
    client.force_login(a_member(journal))
    url = reverse("admin:articles_journal_change", args=[journal.pk])
    form = client.get(url).context["adminform"].form
    typed = {name: form[name].value() for name in form.fields}
    data = {name: "" if value is None else value for name, value in typed.items()}
    data[f"{PREFIX}-TOTAL_FORMS"] = len(rows)
    data[f"{PREFIX}-INITIAL_FORMS"] = sum(bool(period) for period, *_days in rows)
    for number, (period, first, last, *deleted) in enumerate(rows):
        row = {"id": period.pk if period else "", "journal": journal.pk, "name_en": "Old Steppe",
               "from_on": first, "until_on": last}  # fmt: skip
        row |= {"DELETE": "on"} if deleted else {}
        data |= {f"{PREFIX}-{number}-{name}": value for name, value in row.items()}
    return client.post(url, data)


def row_errors(response):
    (formset,) = response.context["inline_admin_formsets"]
    return [dict(errors) for errors in formset.formset.errors]


def saved_days():
    rows = TitlePeriod.objects.order_by("from_on").values_list("from_on", "until_on")
    return [(first.isoformat(), last.isoformat()) for first, last in rows]


def overlap(first, last):
    return [
        f"Another former title holds from {first} to {last}. A journal has one title on a day: "
        "correct one of the dates."
    ]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            [("2000-01-01", "2009-12-31"), ("2009-12-31", "2019-12-31")],
            [{}, {"from_on": overlap("01.01.2000", "31.12.2009")}],
        ),
        (
            [("2005-01-01", "2005-12-31"), ("2000-01-01", "2009-12-31")],
            [{"from_on": overlap("01.01.2000", "31.12.2009")}, {}],
        ),
        (
            [
                ("2000-01-01", "2019-12-31"),
                ("2002-01-01", "2003-12-31"),
                ("2010-01-01", "2021-12-31"),
            ],
            [
                {},
                {"from_on": overlap("01.01.2000", "31.12.2019")},
                {"from_on": overlap("01.01.2000", "31.12.2019")},
            ],
        ),
        (
            [("2009-12-31", "2000-01-01")],
            [{"until_on": ["This day is before the first one."]}],
        ),
        (
            [("2000-01-01", ""), ("2000-01-01", "2009-12-31")],
            [{"until_on": ["This field is required."]}, {}],
        ),
    ],
)
def test_days_that_cannot_be_are_refused_at_the_field(rows, expected):
    response = posted(a_journal(), [(None, *days) for days in rows])

    assert response.status_code == 200
    assert row_errors(response) == expected
    assert saved_days() == []


def test_titles_that_follow_one_another_are_saved():
    response = posted(
        a_journal(),
        [(None, "2010-01-01", "2010-01-01"), (None, "2000-01-01", "2009-12-31")],
    )

    assert response.status_code == 302
    assert saved_days() == [("2000-01-01", "2009-12-31"), ("2010-01-01", "2010-01-01")]


def test_two_titles_move_together_and_a_deleted_one_gives_way():
    journal = a_journal()
    early = a_period(journal, "2000-01-01", "2009-12-31")
    late = a_period(journal, "2010-01-01", "2019-12-31")
    wrong = a_period(journal, "2020-01-01", "2020-12-31")

    response = posted(
        journal,
        [
            (late, "2005-01-01", "2020-12-31"),
            (early, "2000-01-01", "2004-12-31"),
            (wrong, "2020-01-01", "2020-12-31", "deleted"),
        ],
    )

    connection.check_constraints()
    assert response.status_code == 302
    assert saved_days() == [("2000-01-01", "2004-12-31"), ("2005-01-01", "2020-12-31")]


def test_the_database_keeps_titles_of_one_journal_apart():
    journal, other = a_journal(), a_journal(slug="other")
    a_period(journal, "2000-01-01", "2009-12-31")
    a_period(other, "2000-01-01", "2009-12-31")
    a_period(journal, "2010-01-01", "2019-12-31")
    connection.check_constraints()

    a_period(journal, "2009-12-31", "2009-12-31")  # checked at the end of a transaction
    with pytest.raises(IntegrityError, match="title_periods_apart"):
        connection.check_constraints()


def test_the_migration_leaves_the_days_that_counted():
    journal, other = a_journal(), a_journal(slug="other")
    a_period(journal, "2000-01-01", "2009-12-31", "first")
    a_period(journal, "2005-01-01", "2012-12-31", "moved")
    a_period(journal, "2001-01-01", "2009-12-31", "never counted")
    a_period(journal, "2013-01-01", "2014-12-31", "apart")
    a_period(other, "2001-01-01", "2009-12-31", "of another journal")

    import_module(MIGRATION).move_overlapping_titles(apps, None)

    connection.check_constraints()
    rows = TitlePeriod.objects.order_by("pk").values_list("name_en", "from_on", "until_on")
    assert [(name, str(first), str(last)) for name, first, last in rows] == [
        ("first", "2000-01-01", "2009-12-31"),
        ("moved", "2010-01-01", "2012-12-31"),
        ("apart", "2013-01-01", "2014-12-31"),
        ("of another journal", "2001-01-01", "2009-12-31"),
    ]

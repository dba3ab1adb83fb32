"""Date, volume and number of an article, by its issue and its journal's setting."""

from datetime import date

import pytest
from msgspec.structs import replace

from articles.records.facts import IssueFacts
from articles.records.imprint import (
    issued,
    issued_on,
    number_of,
    online_on,
    printed_number,
    volume_of,
    year_of,
)
from tests.factories import JOURNAL, a_public_record

MARCH, DECEMBER = date(2024, 3, 29), date(2023, 12, 20)


@pytest.mark.parametrize(
    ("issue", "published_on", "expected"),
    [
        # year, day, as text, online
        (IssueFacts(year=2024, published_on=MARCH), MARCH, (2024, MARCH, "2024-03-29", None)),
        (
            IssueFacts(year=2024, published_on=MARCH),
            DECEMBER,
            (2024, MARCH, "2024-03-29", DECEMBER),
        ),
        (IssueFacts(year=2024, published_on=MARCH), None, (2024, MARCH, "2024-03-29", None)),
        (IssueFacts(year=2024), MARCH, (2024, None, "2024", MARCH)),
        (IssueFacts(year=2024), DECEMBER, (2024, None, "2024", DECEMBER)),
        (IssueFacts(year=2023, published_on=MARCH), MARCH, (2023, None, "2023", MARCH)),
        (IssueFacts(year=2025, published_on=MARCH), None, (2025, None, "2025", None)),
        (IssueFacts(year=987), None, (987, None, "0987", None)),
        (None, MARCH, (2024, MARCH, "2024-03-29", None)),
        (None, None, (None, None, "", None)),
    ],
)
def test_the_issue_dates_an_article_and_the_day_online_stands_beside(issue, published_on, expected):
    record = a_public_record(issue=issue, published_on=published_on)

    found = (year_of(record), issued_on(record), issued(record), online_on(record))

    assert found == expected


@pytest.mark.parametrize(
    ("numbers", "setting_off", "setting_on"),
    [
        ({"volume": "3", "number": "1", "through_number": "134"}, ("3", "1"), ("3", "1")),
        ({"volume": "3", "through_number": "134"}, ("3", "134"), ("3", "134")),
        ({"number": "1", "through_number": "134"}, ("", "1"), ("134", "1")),
        ({"through_number": "134"}, ("", "134"), ("134", "")),
        ({"number": "134", "through_number": "134"}, ("", "134"), ("134", "134")),
        ({"volume": "3"}, ("3", ""), ("3", "")),
        ({}, ("", ""), ("", "")),
    ],
)
def test_a_continuous_number_is_the_volume_where_the_setting_says_so(
    numbers, setting_off, setting_on
):
    record = a_public_record(issue=IssueFacts(year=2024, **numbers))
    journal = replace(JOURNAL, through_number_is_volume=True)

    assert (volume_of(record), number_of(record)) == setting_off
    record = replace(record, journal=journal)
    assert (volume_of(record), number_of(record)) == setting_on


def test_without_an_issue_or_a_journal_there_is_no_volume():
    in_no_journal = a_public_record(
        journal=None, issue=IssueFacts(year=2024, number="1", through_number="134")
    )
    in_no_issue = a_public_record(
        journal=replace(JOURNAL, through_number_is_volume=True), issue=None
    )

    assert (volume_of(in_no_journal), number_of(in_no_journal)) == ("", "1")
    assert (volume_of(in_no_issue), number_of(in_no_issue)) == ("", "")


@pytest.mark.parametrize(
    ("number", "through_number", "expected"),
    [
        ("1", "134", "1 (134)"),
        ("1", "", "1"),
        ("", "134", "134"),
        ("134", "134", "134"),
        ("", "", ""),
    ],
)
def test_a_number_is_printed_with_its_continuous_number(number, through_number, expected):
    issue = IssueFacts(year=2024, number=number, through_number=through_number)

    assert printed_number(issue) == expected

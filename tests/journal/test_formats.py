"""Formats of dates and numbers in each language."""

from datetime import date, datetime

import pytest
from django.utils import translation
from django.utils.formats import date_format, localize, number_format, sanitize_separators

DAY = date(2021, 2, 16)


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("kk", "2021 жылғы 16 ақпан"),
        ("ru", "16 февраля 2021 г."),
        ("en", "16 February 2021"),
    ],
)
def test_a_long_date(language, written):
    with translation.override(language):
        assert date_format(DAY) == localize(DAY) == written


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_a_short_date_and_a_moment(language):
    with translation.override(language):
        assert date_format(DAY, "SHORT_DATE_FORMAT") == "16.02.2021"
        assert date_format(datetime(2021, 2, 16, 9, 5), "SHORT_DATETIME_FORMAT") == (
            "16.02.2021 09:05"
        )


@pytest.mark.parametrize(
    ("language", "written"), [("kk", "1\xa0234,5"), ("ru", "1\xa0234,5"), ("en", "1,234.5")]
)
def test_a_number_goes_out_and_comes_back(language, written):
    with translation.override(language):
        assert number_format(1234.5, force_grouping=True) == written
        assert sanitize_separators(number_format(1234.5)) == "1234.5"

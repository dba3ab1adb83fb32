"""Pages: ranges in their standard form."""

import pytest

from articles.records.cleaning import InvalidValue
from articles.records.pages import page_range


@pytest.mark.parametrize(
    ("typed", "standard"),
    [
        ("18", "18"),
        ("20-22", "20-22"),
        (" 20 – 22 ", "20-22"),
        ("20−22", "20-22"),
        ("S5—S9", "S5-S9"),
        ("xii-xv", "xii-xv"),
        ("С.5", "С.5"),
        ("7-7", "7"),
    ],
)
def test_a_range_has_one_form(typed, standard):
    assert page_range(typed) == standard


@pytest.mark.parametrize("typed", ["", "20-", "-22", "1-2-3", "15, 18", "<b>5</b>", "x" * 21])
def test_what_is_no_range_is_refused(typed):
    with pytest.raises(InvalidValue) as refused:
        page_range(typed)

    assert str(refused.value) == (f"“{typed}” is no page and no range of pages. Write 18 or 20-22.")

"""Pages: ranges in their standard form, read from the fields and listed."""

import pytest

from articles.records.cleaning import InvalidValue
from articles.records.pages import Pages, page_range, pages_of, read_pages
from tests.factories import a_record


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


@pytest.mark.parametrize(
    ("first", "last", "further", "expected"),
    [
        ("23", "30", (), Pages("23", "30")),
        ("23", "", (), Pages("23")),
        ("", "9", (), Pages("", "9")),
        ("12", "14", ("18",), Pages("12", "14", ("18",))),
        # Several pages typed into one field are read as they were meant.
        ("12", "15, 18", (), Pages("12", "15", ("18",))),
        ("12", "15; 18–20", ("25",), Pages("12", "15", ("18-20", "25"))),
        ("12", "12–15, 18", (), Pages("12", "15", ("18",))),
        ("12-15", "", (), Pages("12", "15")),
        ("12-15, 18", "", (), Pages("12", "15", ("18",))),
        ("", "12-15", (), Pages("12", "15")),
        # One page of a chapter is not a range; words are left as they were typed.
        ("1-23", "1-30", (), Pages("1-23", "1-30")),
        ("12", "15 and 18", (), Pages("12", "15 and 18")),
        ("", "", (), Pages()),
    ],
)
def test_pages_are_read_from_the_fields(first, last, further, expected):
    record = a_record(first_page=first, last_page=last, page_ranges=further)

    assert pages_of(record) == expected


@pytest.mark.parametrize(
    ("pages", "listed", "end", "count"),
    [
        (Pages("23", "30"), "23–30", "30", 8),
        (Pages("23"), "23", "", 0),
        (Pages("23", "23"), "23", "23", 1),
        (Pages("", "9"), "9", "9", 0),
        (Pages("12", "15", ("18",)), "12–15, 18", "18", 5),
        (Pages("12", "", ("18-20",)), "12, 18–20", "20", 4),
        (Pages("S1", "S4", ("S9",)), "S1–S4, S9", "S9", 0),
        (Pages("15", "12", ("18",)), "15–12, 18", "18", 0),
        (Pages(), "", "", 0),
    ],
)
def test_pages_are_listed_and_counted(pages, listed, end, count):
    assert (pages.listed("–"), pages.end, pages.count) == (listed, end, count)


def test_the_numbers_of_pages_are_the_ends_of_every_range():
    assert Pages("12", "15", ("18", "20-22")).numbers == ["12", "15", "18", "20", "22"]


@pytest.mark.parametrize(
    ("listed", "pages"),
    [
        ("12-15, 18", Pages("12", "15", ("18",))),
        ("A1, A4", Pages("A1", "", ("A4",))),
        ("5", Pages("5")),
        ("see above", None),
        ("", None),
    ],
)
def test_a_list_of_pages_is_read(listed, pages):
    assert read_pages(listed) == pages

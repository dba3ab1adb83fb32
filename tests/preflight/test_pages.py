"""Pages: the order of each range, several pages in one field, ranges that share a page."""

import pytest

from articles.preflight import Neighbour, Neighbours
from tests.factories import ISSUE, a_public_record
from tests.preflight.cases import a_clean_record, check_messages, found


def findings(check, **pages):
    return [
        (finding.level, finding.field, str(finding.message), str(finding.remedy))
        for finding in found(a_public_record(status="draft", **pages), check)
    ]


BEFORE = "The last page comes before the first."


@pytest.mark.parametrize(
    ("pages", "expected"),
    [
        ({"first_page": "9", "last_page": "5"}, [("last_page", "Pages 9–5.")]),
        ({"first_page": "9", "last_page": "9"}, []),
        (
            {"first_page": "5", "last_page": "9", "page_ranges": ("12", "20-18", "30-31")},
            [("page_ranges[2]", "Pages 20–18.")],
        ),
        ({"first_page": "5", "last_page": "9, 20-18"}, [("last_page", "Pages 20–18.")]),
        ({"first_page": "5-9, 20-18", "last_page": ""}, [("first_page", "Pages 20–18.")]),
        ({"first_page": "S9", "last_page": "S5", "page_ranges": ("x-v",)}, []),
    ],
)
def test_a_range_that_runs_backward_blocks_at_its_field(pages, expected):
    assert findings("check_page_order", **pages) == [
        ("blocks", field, message, BEFORE) for field, message in expected
    ]


def test_further_pages_need_a_first_page():
    pages = {"first_page": "", "last_page": "", "page_ranges": ("18",)}

    assert findings("check_page_order", **pages) == [
        ("warns", "first_page", "There are further pages but no first page.", "Enter it."),
    ]


@pytest.mark.parametrize(
    ("pages", "field", "typed", "remedy"),
    [
        (
            {"first_page": "12", "last_page": "15, 18"},
            "last_page",
            "15, 18",
            "Move them: first page 12, last page 15, further pages 18.",
        ),
        (
            {"first_page": "12", "last_page": "12–15; 18-20", "page_ranges": ("25",)},
            "last_page",
            "12–15; 18-20",
            "Move them: first page 12, last page 15, further pages 18-20, 25.",
        ),
        (
            {"first_page": "12-15", "last_page": ""},
            "first_page",
            "12-15",
            "Move them: first page 12, last page 15, further pages –.",
        ),
    ],
)
def test_several_pages_in_one_field_are_to_be_moved(pages, field, typed, remedy):
    assert findings("check_page_inputs", **pages) == [
        ("warns", field, f"“{typed}” is more than one page.", remedy),
    ]


@pytest.mark.parametrize(
    "pages",
    [
        {"first_page": "12", "last_page": "15", "page_ranges": ("18",)},
        {"first_page": "1-23", "last_page": "1-30"},
        {"first_page": "S5", "last_page": " 9 "},
        {"first_page": "", "last_page": ""},
    ],
)
def test_one_page_in_each_field_is_right(pages):
    assert findings("check_page_inputs", **pages) == []


@pytest.mark.parametrize(
    ("ranges", "expected"),
    [
        (("14-18",), [("page_ranges[1]", "Pages 14-18 overlap pages 12-15 of this article.")]),
        (("12-15",), [("page_ranges[1]", "Pages 12-15 overlap pages 12-15 of this article.")]),
        (("15",), [("page_ranges[1]", "Pages 15 overlap pages 12-15 of this article.")]),
        (
            ("18-20", "5", "20"),
            [("page_ranges[3]", "Pages 20 overlap pages 18-20 of this article.")],
        ),
        (("16", "11", "S12"), []),
    ],
)
def test_a_page_in_two_ranges_blocks(ranges, expected):
    found_here = findings(
        "check_overlap_within", first_page="12", last_page="15", page_ranges=ranges
    )

    assert found_here == [
        ("blocks", field, message, "Leave each page in one range.") for field, message in expected
    ]


def test_a_printed_article_is_only_warned():
    record = a_public_record(first_page="12", last_page="15", page_ranges=("15",))

    assert [one.level for one in found(record, "check_overlap_within")] == ["warns"]


def test_further_pages_are_compared_with_the_other_articles_of_the_issue():
    others = Neighbours(
        articles=(
            Neighbour(title="Before", first_page="5", last_page="14", page_ranges=("30-33",)),
            Neighbour(title="After", first_page="25", last_page="29"),
        )
    )
    record = a_public_record(
        issue=ISSUE, first_page="15", last_page="24", page_ranges=("27", "31-33")
    )

    assert check_messages(record, "check_pages_in_issue", others) == [
        "Pages 30–33 are also used by “Before”.",
        "Pages 25–29 are also used by “After”.",
    ]


def test_a_clean_article_may_have_further_pages():
    assert found(a_clean_record(page_ranges=("30",)), "check_overlap_within") == []

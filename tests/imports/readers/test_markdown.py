"""The lines of a Markdown file: gaps, headings, lists, quotations, breaks and tables."""

import pytest

from articles.imports.readers.markdown import read


def lines(text, *names):
    return [tuple(getattr(line, name) for name in names) for line in read(text.encode())]


@pytest.mark.parametrize(
    "between", ["", "   ", "---", "* * *", "===", "```", "[^1]:", "<!-- a -->"]
)
def test_a_blank_line_or_a_rule_is_a_gap_and_not_a_text(between):
    assert lines(f"one\ntwo\n{between}\nthree", "text", "gap") == [
        ("one", True),
        ("two", False),
        ("three", True),
    ]


def test_a_page_break_is_a_gap():
    assert lines("one\ftwo", "text", "gap") == [("one", True), ("two", True)]


def test_a_heading_has_its_level_and_gaps_around_it():
    assert lines("one\n## Two ##\nthree\nfour", "text", "heading", "gap") == [
        ("one", 0, True),
        ("Two", 2, True),
        ("three", 0, True),
        ("four", 0, False),
    ]


def test_a_line_that_ends_in_a_break_is_hard():
    text = "one  \ntwo\\\nthree<br>four\nfive"

    assert lines(text, "text", "hard", "gap") == [
        ("one", True, True),
        ("two", True, False),
        ("three", True, False),
        ("four", False, False),
        ("five", False, False),
    ]


def test_quotations_lose_their_marks_and_list_items_begin_with_a_hyphen():
    assert lines("> > one\n* two\n• three\n*four*", "text") == [
        ("one",),
        ("- two",),
        ("- three",),
        ("four",),
    ]


def test_the_cells_of_a_table_have_their_row_and_column():
    text = "| a | b |\n|---|:-:|\n| c<br>d | e\\|f |\nend"

    assert lines(text, "text", "kind", "row", "column", "gap") == [
        ("a", "cell", 1, 1, True),
        ("b", "cell", 1, 2, True),
        ("c", "cell", 3, 1, True),
        ("d", "cell", 3, 1, False),
        ("e|f", "cell", 3, 2, True),
        ("end", "text", 0, 0, True),
    ]

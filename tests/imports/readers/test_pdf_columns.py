"""The columns of a PDF page."""

import pytest

from articles.imports.readers.line import Line
from articles.imports.readers.pdf_columns import columns_of


def column(left, count, width=160):
    return [Line(text="a", left=left, right=left + width, row=700 - 12 * at) for at in range(count)]


def test_three_columns_begin_two_points_before_their_edges():
    assert columns_of(column(50, 4) + column(250, 4) + column(450, 4)) == [48, 248, 448]


@pytest.mark.parametrize(("indent", "starts"), [(35, [48, 248, 448]), (34, [])])
def test_a_line_indented_by_thirty_five_points_is_not_of_the_column(indent, starts):
    wide = column(50 + indent, 2, 230)

    assert columns_of(wide + column(50, 6) + column(250, 6) + column(450, 6)) == starts


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        (column(50, 4) + column(250, 4) + column(450, 3), "a short page"),
        (column(50, 4) + column(250, 4) + column(480, 4), "unequal distances"),
        (column(50, 4, 90) + column(250, 4, 90) + column(450, 4, 90), "the cells of a table"),
    ],
)
def test_other_lines_are_no_three_columns(lines, reason):
    assert columns_of(lines) == []

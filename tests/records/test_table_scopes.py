"""`scope` of header cells by their place in a table."""

import pytest
from lxml import html

from articles.records.table_scopes import mark_scopes

HEAD = "<thead><tr><th>Site</th><th colspan='2'>Years</th></tr></thead>"


def scopes(rows):
    """The cells of each row by their scope; '-' for none."""
    table = html.fragment_fromstring(f"<table>{rows}</table>")
    mark_scopes(table)
    return [[cell.get("scope", "-") for cell in row] for row in table.iter("tr")]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (f"{HEAD}<tr><th>1</th><td>2</td><td>3</td></tr>", [["col", "col"], ["row", "-", "-"]]),
        ("<tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr>", [["col"] * 2, ["-"] * 2]),
        (
            "<tr><th rowspan='2'>A</th><th>B</th><td>1</td></tr><tr><th>C</th><td>2</td></tr>",
            [["row", "row", "-"], ["row", "-"]],
        ),
        (f"{HEAD}<tr><td>1</td><th>2</th><td>3</td></tr>", [["col", "col"], ["-", "-", "-"]]),
        (
            f"{HEAD}<tr><th colspan='3'>All sites</th></tr><tr><th>1</th><td>2</td></tr>",
            [["col", "col"], ["-"], ["row", "-"]],
        ),
        ("<tr><td>1</td><td>2</td></tr>", [["-", "-"]]),
        ("<tr></tr>", [[]]),
    ],
    ids=["head and rows", "no head", "two levels", "in the middle", "of a group", "none", "empty"],
)
def test_header_cells_get_the_scope_of_their_place(rows, expected):
    assert scopes(rows) == expected


def test_a_scope_that_the_text_gives_stays_and_an_unknown_one_does_not():
    rows = "<tr><th scope='rowgroup'>A</th><td>1</td></tr><tr><th scope='zzz'>B</th><td>2</td></tr>"

    assert scopes(rows) == [["rowgroup", "-"], ["row", "-"]]

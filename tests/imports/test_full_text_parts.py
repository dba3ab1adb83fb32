"""Lines, tables and headings of a full text as HTML."""

import pytest
from lxml import etree

from articles.imports.full_text.headings import Headings
from articles.imports.full_text.inline import CLOSE, OPEN, html_of, without_calls
from articles.imports.full_text.tables import table_html
from articles.imports.manuscript import Manuscript, SourcedValue
from articles.imports.readers.docx_xml import W
from articles.imports.readers.line import Line, Span


@pytest.mark.parametrize(
    ("text", "spans", "html"),
    [
        ("\"a\" & 'b' <c>", (), "\"a\" &amp; 'b' &lt;c&gt;"),
        ("a b", (Span(0, 1, "i"), Span(2, 3, "b")), "<em>a</em> <strong>b</strong>"),
        ("ab", (Span(0, 2, "i"), Span(0, 2, "b")), "<strong><em>ab</em></strong>"),
        ("x2", (Span(0, 2, "i"), Span(1, 2, "sup")), "<em>x<sup>2</sup></em>"),
        ("H2O", (Span(1, 2, "sub"),), "H<sub>2</sub>O"),
        ("a b", (Span(1, 2, "i"),), "a b"),
        (f"a{OPEN}3{CLOSE}", (Span(1, 4, "sup"),), f"a{OPEN}3{CLOSE}"),
    ],
)
def test_a_line_is_html_with_its_styles(text, spans, html):
    assert html_of(Line(text=text, spans=spans)) == html


def test_a_line_is_html_from_a_character_and_without_styles_if_plain():
    line = Line(text="Цель. Дала", spans=(Span(0, 5, "b"), Span(6, 10, "i")))

    assert html_of(line, start=5) == "<em>Дала</em>"
    assert html_of(line, plain=True) == "Цель. Дала"


def test_marks_of_footnote_calls_are_removed():
    assert without_calls(f"a{OPEN}3{CLOSE} b{OPEN}-1{CLOSE}") == "a b"


def a_table(rows, texts, caption=""):
    """The HTML of a table of `rows` (XML), whose cells hold `texts` in their order."""
    table = etree.fromstring(f'<w:tbl xmlns:w="{W[1:-1]}">{rows}</w:tbl>')
    cells = iter(texts)
    return table_html(
        table, lambda _cell: [Line(text=text) for text in next(cells).split("|") if text], caption
    )


ROW = "<w:tr><w:tc/><w:tc/></w:tr>"


def test_a_table_without_text_is_not_shown():
    assert a_table(ROW + ROW, ["", "", "", ""], "Caption") == ""


def test_a_table_with_one_text_is_shown_with_its_caption():
    assert a_table(ROW, ["", "a|b"], "Caption") == (
        "<table><caption>Caption</caption>"
        "<tbody><tr><td></td><td><p>a</p><p>b</p></td></tr></tbody></table>"
    )


def test_rows_marked_as_heads_are_heads_but_never_all_of_them():
    head = "<w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc/><w:tc/></w:tr>"

    assert a_table(head + ROW, ["a", "b", "c", "d"]) == (
        "<table><thead><tr><th>a</th><th>b</th></tr></thead>"
        "<tbody><tr><td>c</td><td>d</td></tr></tbody></table>"
    )
    assert a_table(head, ["a", "b"]) == (
        "<table><tbody><tr><td>a</td><td>b</td></tr></tbody></table>"
    )


@pytest.mark.parametrize(
    ("line", "heading", "expected"),
    [
        (Line(text="Methods", number=4), "Methods", ("<h2>Methods</h2>", 7)),
        (Line(text="Methods. We went", number=4), "Methods", ("<h2>Methods</h2>", 9)),
        (Line(text="We went", number=4), "A < B", ("<h2>A &lt; B</h2>", 0)),
        (Line(text="Plants", number=4, label="2.1"), "2.1 Plants", ("<h3>2.1 Plants</h3>", 6)),
        (Line(text="Plants", number=4, heading=3), "Plants", ("<h4>Plants</h4>", 6)),
        (Line(text="Methods", number=5), "Methods", ("", 0)),
    ],
)
def test_a_heading_has_its_level_and_the_place_where_its_text_begins(line, heading, expected):
    section = SourcedValue("sections.0", {"heading": heading}, (4, 5))
    headings = Headings(Manuscript(values=(section,)))

    assert headings.on(line) == expected
    assert headings.body == {4, 5}

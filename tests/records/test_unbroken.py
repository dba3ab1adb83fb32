"""What a line must not cut: a number and its unit, a label and its number, a page range."""

import pytest

from articles.records import html


def wholes(text):
    """The text with [brackets] around what stays on one line."""
    marked = html.unbroken(html.markup(text))
    return marked.replace('<span class="nb">', "[").replace("</span>", "]")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("at 5 km and 25 °C, 12 % of 3,5 кг", "at [5 km] and [25 °C], [12 %] of [3,5 кг]"),
        ("10 мг/л, 5 км²", "[10 мг/л], [5 км²]"),
        ("1 200 000 тенге", "[1 200 000 тенге]"),
        ("10<sup>3</sup> км", "[10<sup>3</sup> км]"),
        ("<i>5 m</i>", "<i>[5 m]</i>"),
        ("2021–2023 гг., XIX–XX ғғ.", "[2021–2023 гг.], [XIX–XX ғғ.]"),
        ("Т. 3, № 1 (134). – Б. 23–30.", "[Т. 3], [№ 1] (134). – [Б. 23–30]."),
        ("Vol. 12, No. 3, P. e12–e20; iv–x", "[Vol. 12], [No. 3], [P. e12–e20]; [iv–x]"),
        ("*12*(3), 5–14.", "*12*(3), [5–14]."),
        ("a < 5 km & b", "a &lt; [5 km] &amp; b"),
    ],
)
def test_a_number_keeps_its_unit_its_label_and_its_range(text, expected):
    assert wholes(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "In 2024 kilometres of text",
        "https://doi.org/10.5555/2024-1-23-30",
        "10.5555/a.23–30",
        "2024-01-05",
        "ten km, 5 kmz, x5 km.",
        "степь – поле",
        "",
    ],
)
def test_other_texts_may_be_cut_anywhere(text):
    assert wholes(text) == text


def test_a_tag_and_its_attributes_are_passed_over():
    tag = '<img alt="a > 5 km, 23–30" src="5–14.png">'

    assert html.unbroken(html.SafeString(f"{tag} 5 km")) == f'{tag} <span class="nb">5 km</span>'


def test_a_formula_is_passed_over():
    formula = "<math><mn>5</mn><mtext>5 km</mtext></math>"

    assert html.unbroken(html.SafeString(formula)) == formula


def test_plain_text_is_escaped():
    assert html.unbroken("<b>5 km") == '&lt;b&gt;<span class="nb">5 km</span>'

"""Texts as safe HTML: what is markup stays markup, and all else is escaped."""

import pytest
from django.utils.safestring import SafeString

from articles.records import html


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Дала & тау", "Дала &amp; тау"),
        ("CO<sub>2</sub>", "CO<sub>2</sub>"),
        ("a < b <script>", "a &lt; b &lt;script&gt;"),
        ("<i>open", "&lt;i&gt;open"),
    ],
)
def test_markup_keeps_four_elements_and_escapes_the_rest(text, expected):
    assert html.markup(text) == expected


def test_markup_leaves_html_as_it_is():
    assert html.markup(SafeString("<mark>дала</mark>")) == "<mark>дала</mark>"


def test_text_html_marks_a_text_in_another_language():
    title = {"kk": "Дала", "en": "Steppe"}

    assert html.text_html(title, "en", "kk") == "Steppe"
    assert html.text_html(title, "ru", "kk") == '<span lang="kk" dir="auto">Дала</span>'
    assert html.text_html({"en": "<b>"}, "ru", "kk") == (
        '<span lang="en" dir="auto">&lt;b&gt;</span>'
    )
    assert html.text_html({}, "ru", "kk") == ""


@pytest.mark.parametrize("text", ["تاريخ السهوب", "Steppe: ערבה", "\U00010900"])
def test_text_html_isolates_letters_that_run_from_right_to_left(text):
    assert html.text_html({"en": text}, "en", "kk") == f"<bdi>{text}</bdi>"


def test_soft_markup_keeps_numbers_and_units_on_one_line():
    assert html.soft_markup("On 5 km", "en") == 'On <span class="nb">5 km</span>'


def test_text_list_puts_commas_between_texts_that_are_not_empty():
    names = [{"kk": "Төлегенова Ұ."}, {}, {"en": "Smith J."}]

    expected = 'Төлегенова Ұ., <span lang="en" dir="auto">Smith J.</span>'
    assert html.text_list(names, "kk", "kk") == expected


def test_highlighted_combines_marks_with_markup():
    assert html.highlighted("A <i>b&</i>", ((0, 1), (3, 4)), "en") == (
        "<mark>A</mark> <i>b<mark>&amp;</mark></i>"
    )
    assert html.highlighted_plain("a<b", ((1, 2),), "en") == "a<mark>&lt;</mark>b"


def test_highlighted_texts_keep_their_numbers_on_one_line():
    expected = '<mark>On</mark> <span class="nb">5 km</span>'

    assert html.highlighted("On 5 km", ((0, 2),), "en") == expected
    assert html.highlighted_plain("On 5 km", ((0, 2),), "en") == expected


def test_linked_links_web_addresses_without_the_full_stop_behind_them():
    assert html.linked("See http://a.org/?x=1&y=2. <b>") == (
        'See <a href="http://a.org/?x=1&amp;y=2">http://a.org/?x=1&amp;y=2</a>. &lt;b&gt;'
    )
    assert html.linked("http://a.org/5–14 P. 5–14") == (
        '<a href="http://a.org/5–14">http://a.org/5–14</a> <span class="nb">P. 5–14</span>'
    )
    assert html.linked("ftp://a.org javascript:alert(1)") == "ftp://a.org javascript:alert(1)"


def test_body_html_drops_scripts_and_finds_pictures_at_their_addresses():
    body = '<p onclick="x()">a<script>alert(1)</script><img src="1.png" alt=""></p>'

    cleaned = html.body_html(body, {"1.png": "/articles/1/files/2/1.png"})

    assert cleaned == '<p>a<img src="/articles/1/files/2/1.png" alt=""></p>'


def test_script_json_cannot_end_its_element():
    assert html.script_json('{"a": "</script>&"}') == ('{"a": "\\u003C/script\\u003E\\u0026"}')

"""The HTML subset of full texts, and their plain text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.records.body import clean_body, foreign_pictures, plain_body


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("<p>a <em>b</em><sub>2</sub></p>", "<p>a <em>b</em><sub>2</sub></p>"),
        ("<p onclick='x()'>a</p>", "<p>a</p>"),
        ("<script>alert(1)</script><p>a</p>", "<p>a</p>"),
        ('<a href="javascript:x()">a</a>', "<a>a</a>"),
        ('<a href="#ref1" style="color:red">[1]</a>', '<a href="#ref1">[1]</a>'),
        ("<h1>a</h1>", "a"),
        ("1 < 2 & 3", "1 &lt; 2 &amp; 3"),
    ],
)
def test_only_the_subset_is_kept(typed, kept):
    assert clean_body(typed) == kept


@given(st.text())
def test_clean_html_is_unchanged(typed):
    once = clean_body(typed)

    assert clean_body(once) == once


def test_the_plain_text_has_each_block_on_its_own_line():
    html = "<h2>Кіріспе</h2><p>Бір &amp; екі.</p><ul><li>үш</li><li>төрт</li></ul>"

    assert plain_body(html) == "Кіріспе\nБір & екі.\nүш\nтөрт"


OWN = ["map.png", "1-сурет (соңғы).png", "/articles/1/files/2/map.png", "a/map.png", ""]
FOREIGN = [
    "http://example.org/a.png",
    "https://example.org/a.png",
    "//example.org/a.png",
    "/\t/example.org/a.png",
    "/\\example.org/a.png",
    "\\\\example.org/a.png",
    "data:image/png;base64,AAAA",
    "javascript:x",
    " //example.org/a.png",
]


@pytest.mark.parametrize("source", OWN)
def test_the_articles_own_pictures_stay(source):
    html = f'<img src="{source}" alt="A">'

    assert (clean_body(html), foreign_pictures(html)) == (html, [])


@pytest.mark.parametrize("source", FOREIGN)
def test_a_picture_of_another_site_is_not_shown(source):
    html = f'<p>a<img src="{source}" alt="A"></p>'

    assert clean_body(html) == '<p>a<img alt="A"></p>'


def test_pictures_of_other_sites_are_named():
    html = "".join(f'<img src="{source}">' for source in ["map.png", *FOREIGN[:3]])

    assert foreign_pictures(html) == FOREIGN[:3]

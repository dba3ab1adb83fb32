"""A full text as its page shows it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from articles.records.body import clean_body
from articles.records.full_text import Figure, Labels, Mention, Section, read_full_text
from articles.records.record import Reference

LABELS = Labels(
    language="en",
    section_link="Section %s",
    download="Download",
    table="Table %s",
    formula="Formula %s",
    notes="Notes",
    back="Back",
)
REFERENCES = tuple(Reference(text=f"Автор{n} А. Шөп. – 2000.") for n in range(1, 9))


def read(body, **labels):
    text = read_full_text(body, REFERENCES, {}, LABELS._replace(**labels))
    assert text is not None
    return text


def test_an_article_without_a_full_text_has_none():
    assert read_full_text(" ", REFERENCES, {}, LABELS) is None


def test_a_heading_is_named_by_its_number_else_by_its_words():
    body = (
        "<h2>1. Кіріспе</h2><h3>1.2 Мақсат</h3><h4>Соңы</h4><h2>Әдістер мен <em>құралдар</em></h2>"
        "<h2>Әдістер мен құралдар</h2><h2> </h2>"
    )

    assert read(body).sections == [
        Section("s1", "1. Кіріспе", [Section("s1-2", "1.2 Мақсат", [])]),
        Section("s-adister-men-kuraldar", "Әдістер мен құралдар", []),
        Section("s-adister-men-kuraldar-2", "Әдістер мен құралдар", []),
    ]


def test_a_heading_has_an_anchor_in_the_readers_language():
    assert read("<h2>1. Кіріспе</h2>").html == (
        '<h2 id="s1">1. Кіріспе<a class="anchor" href="#s1"><span aria-hidden="true">#</span>'
        '<span class="sr" lang="en">Section 1</span></a></h2>'
    )


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('<h2 id="a1">A</h2><p><a href="#a1">a</a></p>', [("h2", "t-a1"), ("a", "#t-a1")]),
        ('<h2 id="main">A</h2><h2 id="main">B</h2>', [("h2", "t-main"), ("h2", "s-b")]),
        ('<h2 id="ref1">A</h2><p><a href="#ref1">1</a></p>', [("h2", "t-ref1"), ("a", "#ref1")]),
        ('<h2 id="x y">A</h2>', [("h2", "s-a")]),
        ('<h2 id="own">A</h2>', [("h2", "own")]),
    ],
)
def test_ids_are_unique_and_none_of_the_page(body, expected):
    root = html.fragment_fromstring(read(body).html, create_parent="div")

    found = [
        (each.tag, each.get("id") if each.tag == "h2" else each.get("href"))
        for each in root.iter("h2", "a")
        if each.get("class") != "anchor"
    ]
    assert found == expected


def test_a_citation_and_its_reference_lead_to_one_another():
    text = read("<h2>1. Кіріспе</h2><p>бұл [2]</p><h2>Әдістер</h2><p>бұл [2], [4–7]</p>")

    assert (
        '<p>бұл [<a href="#ref2" id="cite2-1" class="ref" role="doc-biblioref">2</a>]</p>'
        in text.html
    )
    assert text.mentions == {
        2: [Mention("cite2-1", "1", ""), Mention("cite2-2", "", "Әдістер")],
        4: [Mention("cite4-1", "", "Әдістер")],
        5: [Mention("cite4-1", "", "Әдістер")],
        6: [Mention("cite4-1", "", "Әдістер")],
        7: [Mention("cite7-1", "", "Әдістер")],
    }


def test_a_note_leads_back_to_each_of_its_calls():
    call = '<sup><a href="#fn1">1</a></sup>'
    note = '<section id="footnotes"><ol><li id="fn1">Ескерту.</li></ol></section>'

    assert read(f"<p>a{call} b{call}</p>{note}", language="").html == (
        '<p>a<sup><a href="#fn1" id="note1-1" class="ref" role="doc-noteref">1</a></sup> '
        'b<sup><a href="#fn1" id="note1-2" class="ref" role="doc-noteref">1</a></sup></p>'
        '<section id="footnotes"><h2 class="sr">Notes</h2><ol class="notes">'
        '<li id="fn1">Ескерту. '
        '<a class="back" href="#note1-1" role="doc-backlink" aria-label="Back">↑</a> '
        '<a class="back" href="#note1-2" role="doc-backlink" aria-label="Back">↑</a>'
        "</li></ol></section>"
    )


def test_a_table_is_a_region_with_its_caption_as_a_name():
    body = (
        '<table id="t"><caption>1-кесте</caption><thead><tr><th>A</th></tr></thead></table>'
        "<table><tr><td>b</td></tr></table>"
    )

    text = read(body)

    assert text.figures == [Figure("t", "1-кесте")]
    assert text.html == (
        '<figure id="t" class="wide"><figcaption>1-кесте</figcaption>'
        '<div class="scroll" tabindex="0" role="region" aria-label="1-кесте"><table><thead><tr>'
        '<th scope="col">A</th></tr></thead></table></div></figure>'
        '<figure id="tab2" class="wide">'
        '<div class="scroll" tabindex="0" role="region" aria-label="Table 2" lang="en">'
        "<table><tbody><tr><td>b</td></tr></tbody></table></div></figure>"
    )


def test_a_figure_opens_in_full_size_and_can_be_downloaded():
    body = '<figure><img src="a.png" alt="A"><figcaption>1-сурет</figcaption></figure>'

    text = read_full_text(body, (), {"a.png": "/files/1/a.png"}, LABELS)

    assert text is not None
    assert text.figures == [Figure("fig1", "1-сурет")]
    assert text.html == (
        '<figure id="fig1"><a href="/files/1/a.png">'
        '<img src="/files/1/a.png" alt="A" loading="lazy"></a><figcaption>1-сурет '
        '<a class="noprint" href="/files/1/a.png" download="" lang="en">Download</a>'
        "</figcaption></figure>"
    )


def test_a_formula_on_its_own_line_can_be_scrolled_and_linked_to():
    formula = '<math display="block"><mi>x</mi></math>'

    text = read(f'<p>{formula} (2)</p><p>by {formula} <a href="#eq2">(2)</a></p>', language="")

    assert text.html == (
        '<p id="eq2"><span class="eq" tabindex="0" role="group" aria-label="Formula (2)">'
        f'{formula}<span class="num">(2)</span></span></p>'
        '<p>by <span class="eq" tabindex="0" role="group" aria-label="Formula 2">'
        f'{formula}</span> <a href="#eq2" class="ref">(2)</a></p>'
    )


PIECES = st.sampled_from(
    ["<h2>1. A</h2>", "<h2>A</h2>", '<h3 id="a1">B</h3>', "<p>[1]</p>", "<p>бұл [4–7]</p>", "[",
     "]", '<a href="#ref1">', "</a>", '<a href="#fn1">1</a>', '<section id="footnotes">',
     "</section>", '<li id="fn1">n</li>', "<ol>", "</ol>", "<table>", "<caption>c</caption>",
     "<tr><td>d", "</table>", "<figure>", "<figcaption>f</figcaption>", '<img src="a.png">',
     "</figure>", "<ul><li>", "</ul>", '<math display="block"><mi>x</mi></math>', "<p>", "</p>",
     "(1)", "<script>x</script>", "<em>", "</em>", '<p id="x">', "&lt;b&gt;"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=25).map(" ".join))
def test_any_text_keeps_its_words_and_has_unique_ids(body):
    text = read_full_text(f"<p>.</p>{body}", REFERENCES, {}, LABELS)

    assert text is not None
    ids = re.findall(r' id="([^"]*)"', text.html)
    assert len(ids) == len(set(ids))
    assert words(without_additions(text.html)) == words(clean_body(f"<p>.</p>{body}"))


def without_additions(page):
    root = html.fragment_fromstring(page, create_parent="div")
    for each in root.xpath("//*[@class='anchor' or @class='back' or @class='noprint']"):
        each.drop_tree()
    for each in root.xpath("//h2[@class='sr']"):
        each.drop_tree()
    return html.tostring(root, encoding="unicode")


def words(markup):
    """The letters and digits of the text; captions may have moved."""
    text = html.fragment_fromstring(markup, create_parent="div").text_content()
    return sorted(sign for sign in text if sign.isalnum())

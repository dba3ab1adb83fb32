"""A full text as typed: paragraphs of plain text, tables of tabs, and what would be lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.records.body import clean_body
from articles.records.body_losses import Loss, LossKind, losses
from articles.records.body_paragraphs import has_blocks
from articles.records.typed_body import read_typed_body, tidy_typed_body

LONG = (
    "Дала өсімдіктері туралы алғашқы еңбектер өткен ғасырда жарық көрді, олардың көбі сипаттама "
    "болып қала берді."
)


@pytest.mark.parametrize(
    ("typed", "saved"),
    [
        ("Бірінші.\n\nЕкінші.", "<p>Бірінші.</p>\n<p>Екінші.</p>"),
        ("Бірінші\nжол.\n \n\nЕкінші.\n", "<p>Бірінші\nжол.</p>\n<p>Екінші.</p>\n"),
        ("p < 0,05 & n > 7", "<p>p &lt; 0,05 &amp; n &gt; 7</p>"),
        ("a <b және <em>c</em>", "<p>a &lt;b және <em>c</em></p>"),
        ("<em>a\n\nb</em> c", "<p><em>a\n\nb</em> c</p>"),
        (f"{LONG}{LONG}\n{LONG}", f"<p>{LONG}{LONG}</p>\n<p>{LONG}</p>"),
        ("<h2>A</h2>\nb\n\nc\n<p>d</p>", "<h2>A</h2>\n<p>b</p>\n<p>c</p>\n<p>d</p>"),
        ("<h2>A</h2>\n\n<p>d</p>\n", "<h2>A</h2>\n\n<p>d</p>\n"),
        ("<math><mi>x</mi></math>", "<math><mi>x</mi></math>"),
        ("мұнда <math><mi>x</mi></math>", "<p>мұнда <math><mi>x</mi></math></p>"),
        ('<img src="a.png" alt="a > b"> сурет', '<p><img src="a.png" alt="a &gt; b"> сурет</p>'),
    ],
)
def test_plain_text_becomes_paragraphs_and_the_rest_stays(typed, saved):
    assert read_typed_body(typed) == (saved, [])


def test_lines_of_cells_between_tabs_become_a_table():
    typed = "1-кесте\nжыл\tсаны\n2024\t7\n2025\t\nсоңы"

    assert read_typed_body(typed).html == (
        "<p>1-кесте</p>\n<table><tbody><tr><td>жыл</td><td>саны</td></tr>"
        "<tr><td>2024</td><td>7</td></tr><tr><td>2025</td><td></td></tr></tbody></table>\n"
        "<p>соңы</p>"
    )


@pytest.mark.parametrize(
    ("typed", "lost"),
    [
        ("<p onclick='x()'>a</p>", [Loss(LossKind.ATTRIBUTE, "onclick")]),
        ("<p><u>a</u> <u>b</u></p>", [Loss(LossKind.TAG, "u", 2)]),
        ("<p>a</p><script>b</script>", [Loss(LossKind.CODE, "script")]),
        ("<p>a</p><!-- b -->", [Loss(LossKind.CODE, "!-- --")]),
        ("<p>a<p>b", [Loss(LossKind.ORDER, "a")]),
        ("<p>a <em>b</p>", [Loss(LossKind.ORDER, "b")]),
        ("<math><mi>x</mi><script>y</script></math>", [Loss(LossKind.WORDS, "xy")]),
        (
            '<p><img src="https://example.org/a.png" alt=""></p>',
            [Loss(LossKind.PICTURE, "https://example.org/a.png")],
        ),
        ('<p><a href="javascript:x()">a</a></p>', [Loss(LossKind.ATTRIBUTE, "href")]),
    ],
)
def test_what_cleaning_takes_out_is_named(typed, lost):
    assert read_typed_body(typed).losses == lost


@pytest.mark.parametrize(
    "typed", ["<P>a</P>", "<p>&laquo;a&raquo;&nbsp;b</p>", '<p title="&quot;">a</p>', "<p >a</p >"]
)
def test_another_notation_of_the_same_text_loses_nothing(typed):
    assert losses(typed, clean_body(typed)) == []


@pytest.mark.parametrize(
    ("typed", "tidied"),
    [
        ("<h1>A</h1><p><b>b</b> <i>c</i></p>", "<h2>A</h2><p><strong>b</strong> <em>c</em></p>"),
        ("<div>a<br>b</div>c", "<p>a</p>\n<p>b</p>\n<p>c</p>"),
        ("<p>a<p>b", "<p>a</p><p>b</p>"),
        ("a <b and c", "<p>a &lt;b and c</p>"),
        ('<p><img src="http://example.org/a.png" alt=""></p><p>b</p>', "<p>b</p>"),
        ("<br><p>a</p>", "<p>a</p>"),
    ],
)
def test_a_text_that_cannot_be_saved_is_put_in_order(typed, tidied):
    assert tidy_typed_body(typed) == tidied
    assert read_typed_body(tidied) == (tidied, [])


@pytest.mark.parametrize(
    ("body", "has"),
    [("", False), ("a <em>b</em>", False), ("a<p>b</p>", True), ("<ul></ul>", True)],
)
def test_whether_a_text_has_blocks(body, has):
    assert has_blocks(body) is has


PIECES = st.sampled_from(
    ["<p>", "</p>", "<em>", "</em>", "<div>", "<b>", "</b>", "<table>", "<tr><td>", "</td>", "<br>",
     "<math><mi>x</mi></math>", "\n\n", "\t", "\n", " ", "сөз", "<", ">", "&", "a<b", '"', "<li>",
     "<!-- ", "-->", "</section>", '<img src="a.png" alt="a">', '<a href="#f1">1</a>']
)  # fmt: skip


@given(st.lists(PIECES, max_size=12).map("".join))
def test_what_would_be_saved_is_stable_and_every_loss_is_named(typed):
    saved, lost = read_typed_body(typed)

    assert lost or read_typed_body(saved) == (saved, [])
    assert lost or saved.count("сөз") == typed.count("сөз")


@given(st.lists(PIECES, max_size=12).map("".join))
def test_what_is_put_in_order_can_be_saved_and_has_the_same_words(typed):
    tidied = tidy_typed_body(typed)

    assert read_typed_body(tidied) == (tidied, [])
    is_code = "<!--" in typed or "a<b" in typed
    assert is_code or tidied.count("сөз") == typed.count("сөз")


@pytest.mark.parametrize("piece", ["<!--", "<em>a\n\n", "a\n\n", "<a ", '<a "', "a\tb\n"])
def test_a_hostile_text_takes_time_in_proportion_to_its_length(piece):
    typed = piece * (400_000 // len(piece))

    assert read_typed_body(typed).html  # else it would take hours

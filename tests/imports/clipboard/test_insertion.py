"""Pasted text put where the cursor stands."""

import pytest

from articles.imports.clipboard import insert_pasted

NOTE = (
    '<p>q<sup><a href="#fn1">1</a></sup></p>\n'
    '<section id="footnotes"><ol><li id="fn1">N</li></ol></section>'
)
BLOCKS = "<h2>H</h2>\n<p>two</p>"


@pytest.mark.parametrize(
    ("before", "pasted", "after", "result"),
    [
        ("", "<p>one</p>", "", "<p>one</p>|"),
        ("<p>a ", "<p>one</p>", " b</p>", "<p>a one| b</p>"),
        ("Жай ", "<p>one</p>", "", "Жай one|"),
        ("<ul><li>", "<p>one</p>", "</li></ul>", "<ul><li>one|</li></ul>"),
        ("<p>a</p>\n", "<p>one</p>", "<p>b</p>", "<p>a</p>\n<p>one</p>|\n<p>b</p>"),
        ("<p>a ", BLOCKS, " b</p>", f"<p>a</p>\n{BLOCKS}|\n<p>b</p>"),
        ("<p>", BLOCKS, "</p>\n<p>z</p>", f"{BLOCKS}|\n<p>z</p>"),
        ("<p>a", BLOCKS, "</p>\n<p>z</p>", f"<p>a</p>\n{BLOCKS}|\n<p>z</p>"),
        ('<p><a hr', "<p>one</p>", 'ef="#f1">q</a></p>', '<p><a href="#f1">one|q</a></p>'),
    ],
)  # fmt: skip
def test_one_paragraph_joins_the_words_around_it_and_blocks_stand_alone(
    before, pasted, after, result
):
    assert "|".join(insert_pasted(before, pasted, after)) == result


def test_notes_go_to_the_end_of_the_text():
    assert "|".join(insert_pasted("<p>a ", NOTE, "</p>\n<p>b</p>")) == (
        '<p>a q<sup><a href="#fn1">1</a></sup>|</p>\n<p>b</p>\n'
        '<section id="footnotes"><ol><li id="fn1">N</li></ol></section>'
    )


@pytest.mark.parametrize("is_behind", [True, False])
def test_notes_follow_the_last_note_of_the_text(is_behind):
    notes = '<section id="footnotes"><ol><li id="fn3">x</li></ol></section>'
    before, after = ("", notes) if is_behind else (f"{notes}\n", "")

    text = "".join(insert_pasted(before, NOTE, after))

    assert '<p>q<sup><a href="#fn4">4</a></sup></p>' in text
    assert '<ol><li id="fn3">x</li><li id="fn4">N</li></ol>' in text
    assert text.count("<section") == 1

"""Markup of titles and abstracts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.records.markup import (
    MARKS,
    Run,
    copied,
    count_words,
    flat,
    join,
    plain,
    runs,
    tidy_markup,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ()),
        ("a < b & c", (Run("a < b & c"),)),
        ("H<sub>2</sub>O", (Run("H"), Run("2", ("sub",)), Run("O"))),
        ("<I>a<Sup>b</sUP></i>", (Run("a", ("i",)), Run("b", ("i", "sup")))),
        ("<i>a", (Run("<i>a"),)),
        ("a</i>", (Run("a</i>"),)),
        ("<i>a<b>b</i>", (Run("a<b>b", ("i",)),)),
        ("<i>a<b>b</i>c</b>", (Run("a<b>b", ("i",)), Run("c</b>"))),
        ("<script>x</script>", (Run("<script>x</script>"),)),
        ('<i class="x">a</i>', (Run('<i class="x">a</i>'),)),
        ("&amp; &lt;i&gt;", (Run("&amp; &lt;i&gt;"),)),
        ("<i></i>a", (Run("a"),)),
        ("<i>a</i><i>b</i>", (Run("ab", ("i",)),)),
    ],
)
def test_only_paired_marks_are_markup(text, expected):
    assert runs(text) == expected


def test_many_unpaired_tags_are_text():
    flood = "<i>" * 50_000 + "</b>" * 50_000

    assert runs(flood) == (Run(flood),)


def test_plain_text_is_the_text_without_marks():
    assert plain("<i>Stipa</i> & H<sub>2</sub>O < 5") == "Stipa & H2O < 5"


def test_words_are_counted_without_marks_and_dashes():
    assert count_words("<b>Бір</b> екі – үш-төрт H<sub>2</sub>O") == 4


def test_tidy_markup_has_lower_case_tags_and_no_empty_ones():
    assert tidy_markup("<B>a</B><i></i>") == "<b>a</b>"


def well_formed(inner):
    marked = st.tuples(st.sampled_from(MARKS), inner).map(
        lambda pair: "<{0}>{1}</{0}>".format(*pair)
    )
    return st.lists(marked | st.text("aә &;/b", min_size=1), max_size=4).map("".join)


@given(st.recursive(st.text("aә &;/b", min_size=1), well_formed, max_leaves=12))
def test_joined_runs_are_the_tidy_text(text):
    tidied = tidy_markup(text)

    assert join(runs(tidied)) == tidied
    assert runs(tidied) == runs(text)
    assert "<" not in plain(text)


@given(st.lists(st.sampled_from(["<i>", "</i>", "<b>", "</b>", "<sub>", "</SUB>", "a", "<", "&"])))
def test_nothing_but_tags_is_ever_lost(pieces):
    text = "".join(pieces)

    assert join(runs(text)).replace("<", "").count("a") == text.count("a")
    assert "".join(run.text for run in runs(text)) == plain(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a < b", "a < b"),
        ("10<sup>3</sup> & m<sup>−2</sup>", "10³ & m⁻²"),
        ("CO<sub>2</sub>", "CO2"),
        ("<i>a<sup>n+1</sup></i>", "aⁿ⁺¹"),
        ("1<sup>st</sup>", "1st"),
    ],
)
def test_flat_text_keeps_the_meaning_of_raised_numbers(text, expected):
    assert flat(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10<sup>3</sup> and CO<sub>2</sub>", "10³ and CO₂"),
        ("10<sup>-3</sup>, Ca<sup>2+</sup>, x<sub>ij</sub>", "10⁻³, Ca²⁺, xᵢⱼ"),
        ("<i>x<sup>n</sup></i><sub>(1)</sub>", "xⁿ₍₁₎"),
        ("x<sup>обр</sup> T<sub>б</sub> 10<sup>1/2</sup>", "xобр Tб 101/2"),
        ("a < b & <b>c</b>", "a < b & c"),
    ],
)
def test_copied_text_has_its_indices_in_unicode_where_all_their_characters_exist(text, expected):
    assert copied(text) == expected

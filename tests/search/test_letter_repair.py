"""A text is mended letter by letter, so that words stand where they stood."""

import pytest

from articles.search.letter_repair import repair_letters


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("ғacыp", "ғасыр"),
        ("ХХІ ғасыр", "XXI ғасыр"),
        ("COVID және SARS", "COVID және SARS"),
        ("тарих", "тарих"),
    ],
)
def test_look_alikes_and_numerals_are_mended_in_their_place(text, mended):
    assert repair_letters(text) == mended
    assert len(repair_letters(text)) == len(text)


def test_a_long_text_of_numerals_is_mended():
    assert repair_letters("ХХІ ғасыр " * 30_000) == repair_letters("ХХІ ғасыр ") * 30_000

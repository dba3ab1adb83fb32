"""Wrong letters of a text are replaced one by one, so that every word keeps its position."""

import pytest

from articles.search.letter_repair import repair_letters


@pytest.mark.parametrize(
    ("text", "corrected"),
    [
        ("ғacыp", "ғасыр"),
        ("ХХІ ғасыр", "XXI ғасыр"),
        ("COVID және SARS", "COVID және SARS"),
        ("тарих", "тарих"),
    ],
)
def test_look_alikes_and_numerals_are_corrected_in_their_place(text, corrected):
    assert repair_letters(text) == corrected
    assert len(repair_letters(text)) == len(text)


def test_a_long_text_of_numerals_is_corrected():
    assert repair_letters("ХХІ ғасыр " * 30_000) == repair_letters("ХХІ ғасыр ") * 30_000

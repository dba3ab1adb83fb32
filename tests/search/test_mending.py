"""A text is mended letter by letter, so that words stand where they stood."""

import pytest

from articles.search.mending import mend


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
    assert mend(text) == mended
    assert len(mend(text)) == len(text)


def test_a_long_text_of_numerals_is_mended():
    assert mend("ХХІ ғасыр " * 30_000) == mend("ХХІ ғасыр ") * 30_000

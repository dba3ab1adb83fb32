"""Text is cleaned at the edges."""

import unicodedata

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from articles.records.cleaning import FORBIDDEN, Unprintable, clean_line, clean_text


def test_text_is_composed_and_has_one_kind_of_line_end():
    assert clean_text("Й\r\nЁлка\rә") == "Й\nЁлка\nә"


def test_a_control_character_is_reported_with_its_position():
    with pytest.raises(Unprintable) as refusal:
        clean_text("абв\x00")

    with translation.override("en"):
        assert str(refusal.value) == (
            "Character 4 is a control character (U+0000) and is not allowed. Delete it or "
            "type the text again."
        )


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\x1f", "\ud800", "\uffff"])
def test_characters_that_xml_cannot_carry_are_refused(character):
    with pytest.raises(Unprintable):
        clean_line(f"a{character}b")


def test_soft_hyphens_are_removed():
    assert clean_text("пайда\u00adлану\u00adшылар") == "пайдаланушылар"


def test_a_line_has_no_breaks_and_no_doubled_spaces():
    assert (
        clean_line("  Бірінші \r\n  екінші\u2028үшінші   төртінші ")
        == "Бірінші екінші үшінші төртінші"
    )


def test_no_break_spaces_stay_inside_a_line():
    assert clean_line("Ж.\u00a0О. Үлгіева") == "Ж.\u00a0О. Үлгіева"


@given(st.text())
def test_clean_text_is_composed_or_refused(text):
    if FORBIDDEN.search(text):
        with pytest.raises(Unprintable):
            clean_text(text)
    else:
        assert clean_text(clean_text(text)) == clean_text(text)
        assert unicodedata.is_normalized("NFC", clean_text(text))

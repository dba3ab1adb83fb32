"""Soft hyphens on pages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.records.hyphenation import hyphenate, syllables


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("пайдаланушылар", "пай-да-ла-ну-шы-лар"),
        ("құрастыру", "құ-рас-ты-ру"),
        ("қауымдастық", "қа-уым-дас-тық"),
        ("технологиялардың", "тех-но-ло-ги-я-лар-дың"),
        ("альянс", "аль-янс"),
        ("киім", "ки-ім"),
        ("ҚАЗАҚСТАН", "ҚА-ЗАҚС-ТАН"),
        ("ст", "ст"),
    ],
)
def test_a_syllable_has_one_vowel_and_begins_with_a_consonant(word, expected):
    assert "-".join(syllables(word)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("пайдаланушылар рөлі", "пай|дала|нушы|лар рөлі"),
        ("<i>дипломатиясындағы</i>.", "<i>дип|лома|тия|сын|дағы</i>."),
        ("ақпараттық-коммуникациялық", "ақпараттық-ком|муни|каци|ялық"),
        ("https://example.org/пайдаланушылар", "https://example.org/пайдаланушылар"),
        ("пайдаланушылар2021", "пайдаланушылар2021"),
        ("Internationalisation", "Internationalisation"),
        ("қатынастар", "қатынастар"),
    ],
)
def test_long_kazakh_words_get_soft_hyphens(text, expected):
    assert hyphenate(text, "kk") == expected.replace("|", "\u00ad")


@pytest.mark.parametrize("language", ["ru", "en"])
def test_other_languages_are_left_to_browsers(language):
    assert hyphenate("информационно-коммуникационный", language) == "информационно-коммуникационный"


@given(st.text("аәуиыкттьң-. <i>1", max_size=60))
def test_hyphenation_only_adds_soft_hyphens(text):
    assert hyphenate(text, "kk").replace("\u00ad", "") == text

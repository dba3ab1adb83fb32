"""Soft hyphens on pages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.records.hyphenation import soften, syllables


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
def test_long_kazakh_words_may_be_cut(text, expected):
    assert soften(text, "kk") == expected.replace("|", "\u00ad")


@pytest.mark.parametrize("language", ["ru", "en"])
def test_browsers_cut_other_languages_themselves(language):
    assert soften("информационно-коммуникационный", language) == "информационно-коммуникационный"


@given(st.text("аәуиыкттьң-. <i>1", max_size=60))
def test_softening_adds_soft_hyphens_and_changes_nothing_else(text):
    assert soften(text, "kk").replace("\u00ad", "") == text

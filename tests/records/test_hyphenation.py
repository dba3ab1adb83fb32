"""Soft hyphens on pages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.records.hyphenation import hyphenate, syllables

LETTERS = "аәбгдеийклнөрстуүшыіьюяқ"


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("пайдаланушылар", "пай-да-ла-ну-шы-лар"),
        ("құрастыру", "құ-рас-ты-ру"),
        ("қауымдастық", "қа-уым-дас-тық"),
        ("технологиялардың", "тех-но-ло-ги-я-лар-дың"),
        ("альянс", "аль-янс"),
        ("киім", "ки-ім"),
        ("уақытша", "уа-қыт-ша"),
        ("университет", "у-ни-вер-си-тет"),
        ("ҚАЗАҚСТАН", "ҚА-ЗАҚ-СТАН"),
        ("курстан", "курс-тан"),
        ("ақуыздың", "ақ-уыз-дың"),
        ("ст", "ст"),
    ],
)
def test_a_syllable_has_one_vowel_and_begins_with_a_consonant(word, expected):
    assert "-".join(syllables(word)) == expected


@pytest.mark.parametrize(
    "divided",
    [
        *("ор-на-лас-ты-ру", "құр-мет-ті", "бел-сен-ді", "бей-біт-ші-лік", "о-қу-шы-лар"),
        *("жа-уап", "са-уын", "да-уыс", "та-уар", "ке-йін", "құ-йын", "да-йын-дық"),
        *("су-ық", "бу-ын", "ту-ын-ды", "қу-а-қы", "қи-ын", "ки-ім", "е-ле-уіш"),
        *("құ-мырс-қа", "күң-гірт-теу", "жаң-ғырт-ты"),
        *("де-ма-лыс", "кө-го-рай"),
        *("рес-пуб-ли-ка-мыз-да", "про-ект", "ро-яль", "по-э-ма", "съез-дің", "ар-ми-я"),
    ],
)
def test_words_are_divided_as_in_the_rules_of_spelling(divided):
    assert "-".join(syllables(divided.replace("-", ""))) == divided


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("пайдаланушылар рөлі", "пай|да|ла|ну|шы|лар рөлі"),
        ("<i>дипломатиясындағы</i>.", "<i>дип|ло|ма|ти|я|сын|дағы</i>."),
        ("ақпараттық-коммуникациялық", "ақпараттық-ком|му|ни|ка|ци|я|лық"),
        ("https://example.org/пайдаланушылар", "https://example.org/пайдаланушылар"),
        ("пайдаланушылар2021", "пайдаланушылар2021"),
        ("Internationalisation", "Internationalisation"),
        ("қатынастар", "қатынастар"),
    ],
)
def test_long_kazakh_words_get_soft_hyphens(text, expected):
    assert hyphenate(text, "kk") == expected.replace("|", "\u00ad")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("қатынастар", "қаты|нас|тар"),
        ("мақала", "мақала"),
        ("Алматыда", "Алма|тыда"),
        ("ЖШССТ ҚазҰТЗУ АЛМАТЫДА", "ЖШССТ ҚазҰТЗУ АЛМАТЫДА"),
        ("ҚАЛЫПТАСТЫРУ", "ҚАЛЫП|ТАС|ТЫРУ"),
    ],
)
def test_short_words_are_divided_on_request_but_those_in_capitals(text, expected):
    assert hyphenate(text, "kk", letters=6) == expected.replace("|", "\u00ad")


@pytest.mark.parametrize("language", ["ru", "en"])
def test_other_languages_are_left_to_browsers(language):
    assert hyphenate("информационно-коммуникационный", language) == "информационно-коммуникационный"


@given(st.text("аәуиыкттьң-. <i>1", max_size=60))
def test_hyphenation_only_adds_soft_hyphens(text):
    assert hyphenate(text, "kk").replace("\u00ad", "") == text


@given(st.text(LETTERS, min_size=6, max_size=30))
def test_every_piece_can_stand_on_a_line(word):
    first, *others = hyphenate(word, "kk", letters=6).split("\u00ad")

    assert not others or min(len(first), len(others[-1])) >= 3
    assert not any(piece[0] in "ьъ" for piece in others)
    assert not others or all(set(piece) & set("аәеиөуүыіюя") for piece in (first, *others))

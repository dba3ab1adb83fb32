"""Words, look-alike letters and the language of letters."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.records.scripts import (
    WordCorrection,
    cyrillic_numerals,
    fold_lookalikes,
    language_by_letters,
    mixed_words,
    words,
)

MANUSCRIPTS = Path(__file__).parents[2].parent / "shared" / "manuscripts"


def test_words_keep_inner_hyphens_apostrophes_and_the_soft_sign():
    text = "sovremennost' – «қарым-қатынас» O'Коннор 'quoted' students' 2021 ж."

    assert [word.text for word in words(text)] == [
        "sovremennost'",
        "қарым-қатынас",
        "O'Коннор",
        "quoted",
        "students",
        "2021",
        "ж",
    ]


@given(st.text("аәb-' .1\u0301<"))
def test_words_have_their_positions(text):
    assert all(text[word.start : word.end] == word.text for word in words(text))


@pytest.mark.parametrize(
    ("typed", "repaired"),
    [
        ("Kaзaқстaн", "Казақстан"),
        ("əлем", "әлем"),
        ("жаӊа", "жаңа"),
        ("Мoдель", "Модель"),
        ("тecт", "тест"),
        ("ҚYҚЫҚ", "ҚҮҚЫҚ"),
        ("РYССКИЙ", "РУССКИЙ"),
        ("dіgital", "digital"),
        ("Асademy", "Academy"),
        ("Wi-Fi-технология", "Wi-Fi-технология"),
        ("IT-мамандар", "IT-мамандар"),
        ("ХХI ғасыр", "ХХI ғасыр"),
        ("XXI век", "XXI век"),
        ("ДНКand", "ДНКand"),
        ("за\u0301мoк", "за\u0301мок"),
        ("Ordinary words", "Ordinary words"),
    ],
)
def test_lookalikes_take_the_script_of_their_word(typed, repaired):
    assert fold_lookalikes(typed) == repaired


def test_mixed_words_are_found_with_their_positions():
    assert list(mixed_words("жаңа тecт.")) == [WordCorrection("тecт", 5, 9, "тест")]


def test_roman_numerals_in_cyrillic_letters_are_found():
    text = "ХХІ ғасыр, XXI ғ., ХІХ-ХХ ғғ., Х ғасырда, СХ, Х. Иванов"

    assert [(spot.word, spot.correction) for spot in cyrillic_numerals(text)] == [
        ("ХХІ", "XXI"),
        ("ХІХ", "XIX"),
        ("ХХ", "XX"),
        ("Х", "X"),
    ]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Қазіргі Қазақстан дипломатиясы", "kk"),
        ("Əдебиет пен өнер", "kk"),
        ("Роль технологий в дипломатии", "ru"),
        ("Университет Сөзкөпір и развитие речи в современной начальной школе", "ru"),
        ("The role of technologies", "en"),
        ("Роль", None),
        ("AI", None),
        ("12.05", None),
        ("", None),
    ],
)
def test_letters_show_the_language_or_too_few_do(text, language):
    assert language_by_letters(text) == language


def test_the_letters_of_manuscripts_show_their_language():
    if not MANUSCRIPTS.is_dir():
        pytest.skip("the manuscripts in ../shared are not here")
    truths = [json.loads(path.read_text("utf-8")) for path in MANUSCRIPTS.glob("*.json")]
    texts = [
        (text, language)
        for truth in truths
        for field in ("title", "abstract")
        for language, text in truth[field].items()
        if text
    ]

    assert [text for text, language in texts if language_by_letters(text) != language] == []


@given(st.text("аеоəaeoқXІVтb1- "))
def test_folding_keeps_the_length_and_is_idempotent(text):
    folded = fold_lookalikes(text)

    assert len(folded) == len(text)
    assert list(mixed_words(folded)) == []

"""Numbers as printed, and as a DOI may contain them."""

import pytest

from articles.dois.ascii_forms import ascii_form


@pytest.mark.parametrize(
    "value", ["5", "3-4", "XII", "1(134)", "e7", "5.1", "A", "12/1", "S_2", ""]
)
def test_an_ascii_number_stays(value):
    assert ascii_form(value) == value


@pytest.mark.parametrize(
    ("value", "form"),
    [
        ("Спецвыпуск", "special"),
        ("СПЕЦВЫПУСК", "special"),
        ("Специальный выпуск 2", "special-2"),
        ("спец. вып. № 3", "special-3"),
        ("Арнайы шығарылым", "special"),
        ("арнаулы нөмір", "special"),
        ("1 қосымша", "1-supplement"),
        ("Приложение 2", "supplement-2"),
        ("Часть 1", "part-1"),
        ("ч. 2", "part-2"),
        ("2-бөлім", "2-part"),
    ],
)
def test_a_known_word_has_one_form_in_every_language(value, form):
    assert ascii_form(value) == form


@pytest.mark.parametrize(
    ("value", "form"),
    [
        ("ХІІ", "XII"),  # Cyrillic letters
        ("ХIІ", "XII"),  # with a Latin one
        ("Х", "X"),
        ("І", "I"),
        ("3–4", "3-4"),
        ("3 — 4", "3-4"),
        ("3\u20114", "3-4"),
        ("1 (134)", "1-134"),
        ("№ 5", "5"),
        ("№5", "5"),
        ("5\u00a0А", "5-a"),
        ("5А", "5a"),
        ("Б", "b"),
        ("В", "v"),
        ("Ғ", "g"),
        ("Щ", "shch"),
        ("Ёлка", "yolka"),
        ("объект", "obyekt"),
        ("Гуманитарлық ғылымдар", "gumanitarlyk-gylymdar"),
        ("Ү–Ұ", "u-u"),
        ("Édition 2", "edition-2"),
        ("Sayı 2", "sayi-2"),
        ("٣", "3"),
        ("½", "1-2"),
        ("е7", "e7"),  # a Cyrillic е
        ("Е12", "e12"),
        ("дек", "dek"),
        (" 7 ", "7"),
        ("«5»", "5"),
    ],
)
def test_other_letters_and_signs_are_romanized(value, form):
    assert ascii_form(value) == form


@pytest.mark.parametrize("value", ["特", "5特", "α", "—", "«»"])
def test_a_value_that_would_lose_its_letters_has_no_form(value):
    assert ascii_form(value) == ""

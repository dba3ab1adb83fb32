"""Alphabetical order."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.records.collation import initial, sort_key

ALPHABET = "А Ә Б В Г Ғ Д Е Ё Ж З И Й К Қ Л М Н Ң О Ө П Р С Т У Ұ Ү Ф Х Һ Ц Ч Ш Щ Ъ Ы І Ь Э Ю Я"


@pytest.mark.parametrize(
    ("language", "ordered"),
    [
        ("kk", ALPHABET.split()),
        ("kk", ["21 ғасыр", "Абай", "абай жолы", "Ақын", "Әуезов", "«Қазақ»", "Қала", "Smith"]),
        ("ru", ["Елена", "Ёлкин", "Ель", "Жук", "Smith"]),
        ("en", ["10 years", "Abai", "Ábel", "<i>Stipa</i>", "Zhuk", "Абай"]),
        ("en", ["O Brien", "Oak", "O’Brien", "Oscar"]),
    ],
)
def test_texts_are_sorted_by_the_alphabet(language, ordered):
    shuffled = random.Random(1).sample(ordered, len(ordered))

    assert sorted(shuffled, key=lambda text: sort_key(text, language)) == ordered


def test_capitals_marks_and_punctuation_do_not_matter():
    assert sort_key("«<b>Ғылым</b>, білім!»", "kk") == sort_key("ғылым  білім", "kk")


@pytest.mark.parametrize(
    ("text", "language", "letter"),
    [
        ("«Әдебиет»", "kk", "Ә"),
        ("іс", "kk", "І"),
        ("Ёлкин", "ru", "Е"),
        ("Ёлкин", "kk", "Ё"),
        ("Élan", "en", "E"),
        ("2021", "en", "#"),
        ("中国", "en", "#"),
        ("…", "kk", ""),
    ],
)
def test_a_text_is_filed_under_its_first_letter(text, language, letter):
    assert initial(text, language) == letter


@given(st.text(), st.sampled_from(["kk", "ru", "en"]))
def test_a_key_is_short_and_plain(text, language):
    key = sort_key(text, language)

    assert len(key) <= 240
    assert not key.strip("0123456789abcdefghijklmnopqrstuvwxyz")

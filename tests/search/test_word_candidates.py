"""The words of a text that may match a wanted key, by their first letters."""

import pytest

from articles.search.word_candidates import beginnings, candidate_words, folded_signs


@pytest.mark.parametrize(
    ("text", "key", "language", "words"),
    [
        ("Дала, дәлел; қала дос", "kkдала", "kk", ["Дала", "дәлел"]),
        ("ба-дала ₽ 123", "kkдала", "kk", ["ба-дала"]),
        ("дьала д文ала д-ала", "kkдала", "kk", ["дьала", "д文ала", "д-ала"]),
        ("¼ 文дала қала", "kkдала", "kk", ["¼", "文дала"]),
        ("дала дос қала", "kkдал", "kk", ["дала", "дос"]),  # a short key: one letter
        ("день дня да дно", "ruдень", "ru", ["день", "дня", "дно"]),
        ("Plants plus pine", "enplants", "en", ["Plants", "plus"]),
    ],
)
def test_words_that_begin_like_a_key_are_candidates(text, key, language, words):
    assert [word.text for word in candidate_words(text, [key], language)] == words


def test_without_a_wanted_key_no_word_is_a_candidate():
    assert list(candidate_words("дала 文", [], "kk")) == []


@pytest.mark.parametrize(
    ("key", "language", "letters"),
    [
        ("kkдала", "kk", ("да",)), ("kkдал", "kk", ("д",)), ("ruдень", "ru", ("де", "дн")),
        ("enplants", "en", ("пл",)), ("ruжизнь", None, ("ж", "z", "j")),
    ],
)  # fmt: skip
def test_the_letters_that_a_word_of_a_key_may_begin_with(key, language, letters):
    assert beginnings(key, language) == letters


def test_signs_fold_to_their_letters_and_those_of_several_letters_to_none():
    by_letter = folded_signs()

    assert set("кКқҚkK") <= set(by_letter["к"])
    assert {sign: sign in by_letter[""] for sign in "¼ĳьЪқд"} == {
        **dict.fromkeys("¼ĳьЪ", True),
        **dict.fromkeys("қд", False),
    }

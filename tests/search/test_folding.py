"""Kazakh and Russian typed without their letters come to one plain spelling."""

import pytest

from articles.records.romanization import romanize
from articles.search.folding import fold


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("Қазақстан", "казакстан"),
        ("Казакстан", "казакстан"),
        ("Qazaqstan", "казакстан"),
        ("Өңір", "онир"),
        ("oñir", "онир"),
        ("һәм", "хам"),
        ("дипломатия", "дипломатиа"),
        ("diplomatiya", "дипломатиа"),
        ("diplomatia", "дипломатиа"),
        ("аймақ", "аимак"),
        ("aymaq", "аимак"),
        ("aimaq", "аимак"),
        ("ауыл", "ауыл"),
        ("auyl", "ауыл"),
        ("qyzyl", "кызыл"),
        ("cifrlyq", "цифрлык"),
        ("ecology", "екологы"),
        ("маркетинг", "маркетин"),
        ("şaruashylyq", "шаруашылык"),
        ("объект", "обект"),
        ("y", "ы"),
        ("", ""),
    ],
)
def test_a_word_is_folded_whatever_it_was_typed_in(typed, plain):
    assert fold(typed) == plain


@pytest.mark.parametrize("scheme", ["bgn_pcgn", "kazakh_2021", "passport"])
@pytest.mark.parametrize("word", ["қазақстан", "ғылым", "мемлекет", "қоғам", "білім", "шаруа"])
def test_romanized_kazakh_folds_as_the_cyrillic_does(word, scheme):
    assert fold(romanize(word, "kk", scheme)) == fold(word)


@pytest.mark.parametrize("word", ["дипломатия", "язык", "экономика", "журнал", "человек"])
def test_romanized_russian_folds_as_the_cyrillic_does(word):
    assert fold(romanize(word, "ru", "passport")) == fold(word)

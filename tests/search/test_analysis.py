"""Text becomes keys: by language, by script, with hyphens, and back to marks in the text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.search.analysis import analyse, keys, lexemes, marks


def folded(text, language=None):
    """The weaker keys of the words and of their parts."""
    words = list(analyse(text, language))
    return {key for one in words for part in (one, *one.parts) for key in part.folded}


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Қазақстанда", "kk", ["kkқазақс"]),
        ("Цифровой дипломатии", "ru", ["ruцифровой", "ruдипломатия"]),
        ("её ещё", "ru", ["ruее", "ruеще"]),
        ("Digital Diplomacies", "en", ["endigit", "endiplomaci"]),
        ("ChatGPT және 2024", "kk", ["enchatgpt", "kkжәне", "xx2024"]),
        ("история of science", "ru", ["ruистория", "enof", "enscienc"]),
        ("Müller’s naïve", "en", ["enmuller", "ennaiv"]),
        ("", "kk", []),
        ("мир\U00017000", "ru", ["ruмир\U00017000"]),  # a letter without a name
        (" -- ’ \u200f ☺ ", "ru", []),
    ],
)
def test_each_word_has_the_key_of_its_language_and_script(text, language, expected):
    assert keys(text, language) == expected


def test_a_cyrillic_word_of_a_query_is_both_kazakh_and_russian():
    assert keys("дипломатия") == ["kkдипломатий", "ruдипломатия"]


@pytest.mark.parametrize(
    ("typed", "printed", "language"),
    [
        ("дипломатия", "дипломатиясындағы", "kk"),
        ("ДИПЛОМАТИЯ", "дипломатияның", "kk"),
        ("халық", "халқымыздың", "kk"),
        ("дипломатия", "дипломатиями", "ru"),
        ("ребёнок", "ребенком", "ru"),
        ("diplomacy", "Diplomacies", "en"),
        ("2021", "2021", "kk"),
        ("ғacыp", "ғасырлар", "kk"),  # with Latin look-alikes
        ("ХХІ", "XXI", "kk"),
        ("а\u0301дам", "адамдар", "kk"),  # with a stress mark
        ("ата-ана", "ата\u2011анасының", "kk"),
        ("мемлекет", "мем\u00adле\u00adкет\u00adтің", "kk"),  # with soft hyphens
    ],
)
def test_a_query_word_meets_the_forms_of_a_text(typed, printed, language):
    assert set(keys(typed)) & set(keys(printed, language))


@pytest.mark.parametrize(
    ("typed", "printed", "language"),
    [
        ("онер", "өнердің", "kk"),
        ("казакстан", "Қазақстандағы", "kk"),
        ("казакстандагы", "Қазақстан", "kk"),
        ("гылым", "ғылымы", "kk"),
        ("билим", "білімнің", "kk"),
        ("qazaqstan", "Қазақстанның", "kk"),
        ("ğylym", "ғылымдар", "kk"),
        ("gylymi", "ғылыми", "kk"),
        ("auyl", "ауылы", "kk"),
        ("memleket", "мемлекеттер", "kk"),
        ("diplomatiya", "дипломатиясы", "kk"),
        ("diplomatiya", "дипломатии", "ru"),
        ("diplomatii", "дипломатия", "ru"),
        ("ekonomika", "экономикой", "ru"),
        ("yazyk", "языков", "ru"),
        ("issledovanie", "исследования", "ru"),
    ],
)
def test_what_is_typed_without_kazakh_letters_or_in_latin_meets_by_folded_keys(
    typed, printed, language
):
    assert not set(keys(typed)) & set(keys(printed, language)) or language == "ru"
    assert folded(typed) & folded(printed, language)


def test_latin_words_of_a_text_have_no_folded_keys():
    assert folded("Digital diplomacy", "en") == set()


def test_positions_let_a_phrase_be_found_and_a_hyphen_be_left_out():
    assert list(lexemes("Менің ата-анам, 2021", "kk")) == [
        ("kkмен", 1),
        ("kkатаан", 2),
        ("kkата", 2),
        ("kkана", 3),
        ("xx2021", 4),
    ]


def test_an_analysed_word_keeps_its_printed_form_and_has_its_parts():
    (word,) = analyse("«Ата-анасына»", "kk")

    assert (word.word.text, word.word.start, word.word.end) == ("Ата-анасына", 1, 12)
    assert [(part.word.text, part.word.start, part.keys) for part in word.parts] == [
        ("Ата", 1, ("kkата",)),
        ("анасына", 5, ("kkана",)),
    ]


@pytest.mark.parametrize(
    ("query", "text", "language", "marked"),
    [
        ("дипломатия", "ҚХР дипломатиясындағы рөл", "kk", ["дипломатиясындағы"]),
        ("цифрлық", "ЦИФРЛЫҚ және цифрлық", "kk", ["ЦИФРЛЫҚ", "цифрлық"]),
        ("дипломатия", "О дипломатии и дипломатах", "ru", ["дипломатии"]),
        ("diplomacy", "Diplomacy's limits", "en", ["Diplomacy's"]),
        ("коммуникация", "ақпарат-коммуникациясы", "kk", ["коммуникациясы"]),
        ("ата-ана", "ата-аналар", "kk", ["ата-аналар"]),
        ("ғасыр", "ғacыpлap", "kk", ["ғacыpлap"]),  # printed with look-alikes
        ("", "бос сұрау", "kk", []),
    ],
)
def test_marks_are_the_words_as_they_are_printed(query, text, language, marked):
    spans = marks(text, set(keys(query)), language)

    assert [text[start:end] for start, end in spans] == marked


@settings(max_examples=150, deadline=None)
@given(
    st.text(alphabet=st.characters(codec="utf-8"), max_size=60)
    | st.text(alphabet="әғқІХаоeopVI-­’ '19", max_size=30),
    st.sampled_from(["kk", "ru", "en", None]),
)
def test_any_text_has_keys_of_letters_and_digits_and_marks_within_it(text, language):
    found = keys(text, language)

    assert all(key.isalnum() and len(key) <= 66 for key in found)
    assert [key for key, _position in lexemes(text, language)] == found
    spans = marks(text, set(found), language)
    assert len(spans) == len([word for word in analyse(text, language) if word.keys])
    assert all(0 <= start < end <= len(text) for start, end in spans)

"""Romanization of Cyrillic by each scheme."""

import unicodedata

import iuliia
import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.records.romanization import SCHEMES, romanize
from articles.records.scripts import is_cyrillic

ALL = [(language, name) for language, schemes in SCHEMES.items() for name in schemes]
KAZAKH = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"


@pytest.mark.parametrize(
    ("scheme", "expected"),
    [
        ("bgn_pcgn", "Tsifrovaya diplomatiya v global'noy politike, ob\"yekt, yego, Yekaterinburg"),
        ("bsi", "Tsifrovaya diplomatiya v global'noi politike, ob''ekt, ego, Ekaterinburg"),
        ("gost_779", "Cifrovaya diplomatiya v global`noj politike, ob``ekt, ego, Ekaterinburg"),
        ("iso_9", "Cifrovaâ diplomatiâ v globalʹnoj politike, obʺekt, ego, Ekaterinburg"),
        ("passport", "Tsifrovaya diplomatiya v globalnoy politike, obyekt, yego, Yekaterinburg"),
    ],
)
def test_russian_by_each_scheme(scheme, expected):
    text = "Цифровая дипломатия в глобальной политике, объект, его, Екатеринбург"

    assert romanize(text, "ru", scheme) == expected


@pytest.mark.parametrize(
    ("scheme", "expected"),
    [
        ("bgn_pcgn", "Äūezov Özen Inzhū Ongghar qyzy Shīeli XXI, Semey 2021"),
        ("kazakh_2021", "Äuezov Özen Inju Oñğar qyzy Şielı XXI, Semei 2021"),
        ("iso_9", "A̋uezov Ôzen Ìnžu Oņġar ķyzy Šielì XXI, Semej 2021"),
        ("gost_779", "A̋uezov Ôzen Ìnžu Oņġar ķyzy Šielì XXI, Semej 2021"),
        ("passport", "Auyezov Ozen Inzhu Ongar kyzy Shiyeli XXI, Semey 2021"),
    ],
)
def test_kazakh_by_each_scheme(scheme, expected):
    text = "Әуезов Өзен Інжу Оңғар қызы Шиелі XXI, Семей 2021"

    assert romanize(text, "kk", scheme) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ЖАНАР", "ZHANAR"),
        ("Жанар", "Zhanar"),
        ("Ж.О. Есеркепова", "Zh.O. Yeserkepova"),
        ("РОССИЯ", "ROSSIYA"),
        ("Я", "Ya"),
        ("ҚазҰУ хабаршысы", "KazUU khabarshysy"),
        ("Нұрғалиев", "Nurgaliyev"),
    ],
)
def test_capitals_follow_the_word(text, expected):
    assert romanize(text, "kk", "passport") == expected


def test_the_latin_alphabet_of_2021_has_two_letters_i():
    assert romanize("Ия ИЯ ІНІ Іні", "kk", "kazakh_2021") == "İia İİA INI Inı"


def test_letters_of_other_alphabets_are_romanized_too():
    assert romanize("Київ, Ўзбекистон, Сөзкөпір, Ӝ", "ru", "bgn_pcgn") == (
        "Kiyiv, Wzbekiston, Sözköpir, Zh"
    )


def test_a_scheme_that_the_language_lacks_is_an_error():
    with pytest.raises(KeyError):
        romanize("Қазақ", "kk", "bsi")


@pytest.mark.parametrize(("language", "scheme"), ALL)
@given(
    text=st.text(st.characters(min_codepoint=0x400, max_codepoint=0x52F) | st.sampled_from("a1 ."))
)
def test_no_cyrillic_letter_is_left(language, scheme, text):
    romanized = romanize(text, language, scheme)

    assert not any(is_cyrillic(sign) and sign.isalpha() for sign in romanized)


@pytest.mark.parametrize(("language", "scheme"), ALL)
@given(word=st.text(KAZAKH, min_size=2))
def test_a_word_in_capitals_is_romanized_in_capitals(language, scheme, word):
    if scheme != "kazakh_2021":  # its i and ı are not what upper() takes them for
        assert romanize(word.upper(), language, scheme) == romanize(word, language, scheme).upper()


@pytest.mark.parametrize(("language", "scheme"), ALL)
@given(text=st.text(st.characters(max_codepoint=0x2FF, exclude_categories=["Cs"])))
def test_latin_text_stays_as_it_is(language, scheme, text):
    assert romanize(text, language, scheme) == text


@pytest.mark.parametrize(
    ("scheme", "theirs"), [("iso_9", iuliia.GOST_779), ("gost_779", iuliia.GOST_779_ALT)]
)
@given(word=st.text("абвгдежзийклмнопрстуфхцчшщъыьэюя"))
def test_russian_agrees_with_the_tables_of_another_library(scheme, theirs, word):
    assert romanize(word, "ru", scheme) == unicodedata.normalize("NFC", theirs.translate(word))

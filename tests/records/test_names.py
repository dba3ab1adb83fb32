"""Names are parsed as printed and formatted as needed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.records.names import (
    NO_BREAK,
    Name,
    family_first,
    full_name,
    initials,
    initials_first,
    inverted_name,
    parse_name,
    parse_names,
)


@pytest.mark.parametrize(
    ("printed", "language", "family", "given", "patronymic"),
    [
        ("Ж.О. Есеркепова", "kk", "Есеркепова", "Ж.", "О."),
        ("Ж. О. Есеркепова", "ru", "Есеркепова", "Ж.", "О."),
        ("Н.А.Үлгіев", "kk", "Үлгіев", "Н.", "А."),
        ("Zh.O. Yesserkepova", "en", "Yesserkepova", "Zh.", "O."),
        ("Yesserkepova Zh.O.", "en", "Yesserkepova", "Zh.", "O."),
        ("Хаджи К. Р.", "ru", "Хаджи", "К.", "Р."),
        ("Smith J.", "en", "Smith", "J.", ""),
        ("J. Smith", "en", "Smith", "J.", ""),
        ("Ж.-П. Үлгілі", "kk", "Үлгілі", "Ж.-П.", ""),
        ("Есеркепова Жанар Оңғарқызы", "kk", "Есеркепова", "Жанар", "Оңғарқызы"),
        ("Жанар Оңғарқызы Есеркепова", "kk", "Есеркепова", "Жанар", "Оңғарқызы"),
        ("Есеркепова Жанар Оңғар қызы", "kk", "Есеркепова", "Жанар", "Оңғар қызы"),
        ("Mubasheva Kamila Beibitovna", "en", "Mubasheva", "Kamila", "Beibitovna"),
        ("Zhanar Ongarkyzy Yesserkepova", "en", "Yesserkepova", "Zhanar", "Ongarkyzy"),
        ("Рабинович Роман Аркадьевич", "ru", "Рабинович", "Роман", "Аркадьевич"),
        ("Иван Петрович Рабинович", "ru", "Рабинович", "Иван", "Петрович"),
        ("Серікбай Үлгіұлы", "kk", "Үлгіұлы", "Серікбай", ""),
        ("Серікбай Үлгі ұлы", "kk", "Үлгі ұлы", "Серікбай", ""),
        ("Абай", "kk", "Абай", "", ""),
        ("al-Farabi", "en", "al-Farabi", "", ""),
        ("Ibn Sina", "en", "Ibn Sina", "", ""),
        ("Жанар Есеркепова", "kk", "Есеркепова", "Жанар", ""),
        ("Есеркепова Жанар", "kk", "Есеркепова", "Жанар", ""),
        ("Zhanar Yesserkepova", "en", "Yesserkepova", "Zhanar", ""),
        ("Yesserkepova Zhanar", "en", "Yesserkepova", "Zhanar", ""),
        ("John Quentin Smith", "en", "Smith", "John Quentin", ""),
        ("John Q. Smith", "en", "Smith", "John", "Q."),
        ("John SMITH", "en", "SMITH", "John", ""),
        ("SMITH John", "en", "SMITH", "John", ""),
        ("Smith, John Q.", "en", "Smith", "John", "Q."),
        ("Jan van der Berg", "en", "van der Berg", "Jan", ""),
        ("J. van der Berg", "en", "van der Berg", "J.", ""),
        ("al Mazrui Ali", "en", "al Mazrui", "Ali", ""),
        ("Zhumabek kyzy Aigul", "en", "Zhumabek kyzy", "Aigul", ""),
        ("Айгүл Жұмабек қызы", "kk", "Жұмабек қызы", "Айгүл", ""),
        ("Yesserkepova Zh O", "en", "Yesserkepova", "Zh", "O"),
        ("Ли Ен Сон", "ru", "Ли", "Ен", "Сон"),
        ("Яков Иванов", "ru", "Иванов", "Яков", ""),
        ("Каримов Алишер Бахтиёр ўғли", "ru", "Каримов", "Алишер", "Бахтиёр ўғли"),
        ("van der Berg Jan", "en", "van der Berg", "Jan", ""),
        ("Ян ван Берг", "ru", "ван Берг", "Ян", ""),
        ("Чжао Хунвэй", "ru", "Чжао", "Хунвэй", ""),
        ("  Үлгіева\n Әсел ", "kk", "Үлгіева", "Әсел", ""),
        ("", "kk", "", "", ""),
        ("Ж.О.", "kk", "Ж.О.", "", ""),
    ],
)
def test_a_printed_name_is_parsed(printed, language, family, given, patronymic):
    assert parse_name(printed, language) == Name(family, given, patronymic)


@pytest.mark.parametrize(
    ("printed", "language", "expected"),
    [
        ("John Smith Jr.", "en", Name("Smith", "John", suffix="Jr.")),
        ("Smith, John, Jr.", "en", Name("Smith", "John", suffix="Jr.")),
        ("Smith, Jr., John Q.", "en", Name("Smith", "John", "Q.", "Jr.")),
        ("Smith, Jr.", "en", Name("Smith", suffix="Jr.")),
        ("J.Q. Smith III", "en", Name("Smith", "J.", "Q.", "III")),
        ("Кинг Мартин мл.", "ru", Name("Кинг", "Мартин", suffix="мл.")),
        ("Smith, John, Paul", "en", Name("Smith", "John,", "Paul")),
    ],
)
def test_a_suffix_is_no_part_of_the_family_name(printed, language, expected):
    assert parse_name(printed, language) == expected


KING = Name("King", "Martin", "Luther", "Jr.")


def test_a_suffix_in_each_format():
    assert initials_first(KING) == "M.L. King Jr."
    assert family_first(KING, sep=" ") == "King M. L. Jr."
    assert inverted_name(KING) == "King, Martin Luther, Jr."
    assert full_name(KING, "en") == "Martin Luther King Jr."
    assert full_name(Name("Кинг", "Мартин", suffix="мл."), "ru") == "Кинг Мартин мл."
    assert initials(KING) == "M.L."


def test_names_of_one_byline_have_one_order():
    printed = ["Synakova Laura", "Shablonov Igor", "Nobai Arman", "Placeholder Stefan", "A. Smith"]

    assert [name.family for name in parse_names(printed, "en")] == [
        "Synakova",
        "Shablonov",
        "Nobai",
        "Placeholder",
        "Smith",
    ]


def test_names_of_unclear_order_have_the_order_of_their_language():
    assert parse_names(["Nobai Arman"], "en") == [Name("Arman", "Nobai")]
    assert parse_names(["Нобай Арман"], "kk") == [Name("Нобай", "Арман")]
    assert parse_names([], "kk") == []


@pytest.mark.parametrize(
    ("given", "patronymic", "expected"),
    [
        ("Жанар", "Оңғарқызы", "Ж.О."),
        ("Zhanar", "Ongarkyzy", "Zh.O."),
        ("ZHANAR", "", "Zh."),
        ("Yuliya", "Shcherbakovna", "Yu.Shch."),
        ("Zh.", "O.", "Zh.O."),
        ("Ж.", "О.", "Ж.О."),
        ("Жан-Поль", "", "Ж.-П."),
        ("Zhan-Pol", "", "Zh.-P."),
        ("Ж.-П.", "", "Ж.-П."),
        ("Әсел", "Болат қызы", "Ә.Б."),
        ("Charles", "", "C."),
        ("Chingiz", "", "Ch."),
        ("Sharipa", "", "Sh."),
        ("Al", "", "A."),
        ("Abd al-Rahman", "", "A.R."),
        ("Дж.", "", "Дж."),
        ("Джамиля", "", "Д."),
        ("John Quentin", "", "J.Q."),
        ("", "", ""),
    ],
)
def test_an_initial_has_all_the_latin_letters_of_one_cyrillic_letter(given, patronymic, expected):
    assert initials(Name("Үлгіева", given, patronymic)) == expected


ZHANAR = Name("Есеркепова", "Жанар", "Оңғарқызы")


def test_a_name_in_each_format():
    assert initials_first(ZHANAR) == "Ж.О. Есеркепова"
    assert family_first(ZHANAR, sep=" ") == "Есеркепова Ж. О."
    assert inverted_name(ZHANAR) == "Есеркепова, Жанар Оңғарқызы"
    assert full_name(ZHANAR, "kk") == "Есеркепова Жанар Оңғарқызы"
    assert full_name(Name("Smith", "John", "Q."), "en") == "John Q. Smith"


def test_a_page_keeps_a_name_on_one_line():
    assert initials_first(ZHANAR, NO_BREAK, NO_BREAK) == "Ж.\u00a0О.\u00a0Есеркепова"


@pytest.mark.parametrize("write", [initials_first, family_first, inverted_name])
def test_a_single_name_is_the_same_in_each_format(write):
    assert write(Name("Абай")) == "Абай"


@given(st.text("АаҰұlыJo.,- ван", max_size=30), st.sampled_from(["kk", "ru", "en"]))
def test_no_letter_of_a_name_is_lost_or_invented(printed, language):
    name = parse_name(printed, language)
    read = f"{name.family} {name.given} {name.patronymic}"

    assert sorted(filter(str.isalpha, read)) == sorted(filter(str.isalpha, printed))

"""Names in any script and spelling are compared in plain letters."""

import pytest

from articles.people.candidates import Reason, compare
from articles.people.names import plain_name


def names(*spellings):
    return [plain_name(*spelling) for spelling in spellings]


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (("Сынақов", "Н. Н.", ""), ("Synaqov", "N.", ""), Reason.SPELLING),
        (("Сынақов", "Нұрлан", ""), ("Сынаков", "Нурлан", "Нурланович"), Reason.SPELLING),
        (("Жұмабаев", "Мағжан", ""), ("Zhumabayev", "Magzhan", ""), Reason.SPELLING),
        (("Жұмабаев", "Мағжан", ""), ("Jumabaev", "M.", ""), Reason.SPELLING),
        (("Әлиев", "Ә.", ""), ("Aliyev", "A.", ""), Reason.SPELLING),
        (("Есенов", "Ш.", ""), ("Yessenov", "Sh.", ""), Reason.SPELLING),
        (("Хасенов", "Қ.", ""), ("Khasenov", "K.", ""), Reason.SPELLING),
        (("Юсупов", "Ю.", ""), ("Yusupov", "Yu.", ""), Reason.SPELLING),
        (("Мухамбетов", "Е.", ""), ("Мухомбетов", "Ерлан", ""), Reason.SIMILAR),
        (("Сынақов", "Нұрлан", ""), ("Сынақова", "Нұрлан", ""), None),
        (("Сынақов", "Нұрлан", ""), ("Сынақов", "Наталья", ""), None),
        (("Иванов", "Иван", "Иванович"), ("Иванов", "И.", "П."), None),
        (("Иванов", "И.", ""), ("Петров", "И.", ""), None),
    ],
)
def test_two_spellings_are_compared(one, other, reason):
    assert compare(names(one), names(other)) is reason


def test_a_given_name_in_one_language_rules_out_what_another_language_leaves_open():
    both = names(("Иванов", "И.", ""), ("Ivanov", "Ivan", ""))

    assert compare(both, names(("Иванов", "Игорь", ""))) is None


def test_a_person_without_a_family_name_has_no_spelling():
    assert plain_name("", "Нұрлан", "") is None

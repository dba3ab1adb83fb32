"""People named in a text by family name and initials."""

import pytest

from articles.preflight.references.mentions import Person, is_form, people


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("К.Р. Хаджи", Person("Хаджи", "КР", 0, 10)),
        ("Хаджи К. Р.", Person("Хаджи", "КР", 0, 11)),
        ("по Хаджи-Әли Ж.", Person("Хаджи-Әли", "Ж", 3, 15)),
        ("see Yu. Brown", Person("Brown", "Yu", 4, 13)),
    ],
)
def test_initials_stand_before_or_after_the_family_name(text, found):
    assert list(people(text)) == [found]


def test_a_name_without_initials_is_no_person():
    assert list(people("Хаджи жазды. Дала ғылымы")) == []


@pytest.mark.parametrize(
    ("family", "other", "same"),
    [("Тоқаевтың", "Тоқаев", True), ("Ивановой", "Иванова", True), ("Иванов", "Петров", False)],
)
def test_forms_of_one_family_name_are_alike(family, other, same):
    assert is_form(family, other) is same

"""A pasted list of people of a board."""

import pytest

from articles.imports.board_list import PastedMember, read_board_list


@pytest.mark.parametrize(
    ("line", "member"),
    [
        (
            "Тестов Ерлан Мысалұлы – бас редактор, т.ғ.д., профессор, Дала университеті, Қазақстан",
            PastedMember(
                "Тестов Ерлан Мысалұлы", "т.ғ.д., профессор", "бас редактор", "Дала университеті",
                country="KZ",
            ),
        ),
        (
            "Тестова А.Л., PhD, доцент, Степной университет, Семей, Казахстан, "
            "ORCID 0000-0002-1825-0097, testova@example.org",
            PastedMember(
                "Тестова А.Л.", "PhD, доцент", "", "Степной университет", "Семей", "KZ",
                "0000-0002-1825-0097", "testova@example.org",
            ),
        ),
        (
            "Тестова Анна Серикызы, канд. экон. наук, доцент, ответственный секретарь, "
            "Степной университет, Казахстан",
            PastedMember(
                "Тестова Анна Серикызы", "канд. экон. наук, доцент", "ответственный секретарь",
                "Степной университет", country="KZ",
            ),
        ),
        ("Anna Mock, PhD, Dala University, Germany",
         PastedMember("Anna Mock", "PhD", "", "Dala University", country="DE")),
        ("Тестова Анна", PastedMember("Тестова Анна")),
        ("Совет попечителей, 12 человек", PastedMember("Совет попечителей, 12 человек")),
        ("Тестова Анна; PhD", PastedMember("Тестова Анна", "PhD")),
    ],
)  # fmt: skip
def test_a_line_is_read_in_columns_or_as_printed(line, member):
    assert read_board_list(line) == [member]

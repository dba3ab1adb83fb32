"""Organisation, unit, city and country of a printed affiliation."""

import pytest

from articles.imports.manuscript.authors.affiliation_parts import (
    AffiliationParts,
    split_affiliation,
)


@pytest.mark.parametrize(
    ("printed", "parts"),
    [
        (
            "Кафедра теней, Пробный университет, г. Семей, Казахстан",
            ("Пробный университет", "Кафедра теней", "Семей", "KZ"),
        ),
        (
            "Department of Shadows, Ulgi University, 12 Invented Street, 050000, Almaty, "
            "Republic of Kazakhstan",
            ("Ulgi University", "Department of Shadows", "Almaty", "KZ"),
        ),
        ("Үлгі университеті (Қазақстан, Көкшетау қ.)", ("Үлгі университеті", "", "Көкшетау", "KZ")),
        (
            "Ulgi University, Bishkek, Kyrgyz Republic",
            ("Ulgi University", "", "Bishkek", "KG"),
        ),
        ("Ulgi University, Boston, MA", ("Ulgi University, Boston, MA", "", "", "")),
        ("ТОО «Степь, река и К», Омск, Россия", ("ТОО «Степь, река и К»", "", "Омск", "RU")),
        ("Лаборатория «Тень», Рудный", ("Лаборатория «Тень», Рудный", "", "", "")),
        ("Дала университеті", ("Дала университеті", "", "", "")),
        ("Kazakhstan", ("Kazakhstan", "", "", "")),
    ],
)
def test_what_the_line_tells_is_split_and_nothing_is_guessed(printed, parts):
    assert split_affiliation(printed) == AffiliationParts(*parts)

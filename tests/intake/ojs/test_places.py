"""Where findings of a plan stand, in the reader's words."""

import pytest
from django.utils.translation import override

from articles.intake.ojs.groups import PlanFinding
from articles.intake.ojs.places import place_words


@pytest.mark.parametrize(
    ("field", "language", "words"),
    [
        ("authors[1].names.ru.family", "ru", "Author 1: family name (Russian)"),
        ("authors[2].names.en.given", None, "Author 2: given name (English)"),
        ("authors[2].country", None, "Author 2: country"),
        ("authors[3]", None, "Author 3"),
        ("disciplines", "kk", "Disciplines (Kazakh)"),
        ("galley 12 doi", "en", "File 12 DOI (English)"),
        ("title", "ru", "Title (Russian)"),
        ("unheardOf", None, "UnheardOf"),
        ("", None, ""),
    ],
)
def test_a_place_is_named(field, language, words):
    with override("en"):
        assert place_words(PlanFinding(group="no_place", field=field, language=language)) == words


def test_a_place_is_named_in_the_language_of_the_interface():
    finding = PlanFinding(group="no_place", field="authors[2].names.ru.family", language="ru")

    with override("ru"):
        assert place_words(finding) == "Автор 2: фамилия (русский)"

"""Entries of reference lists say their language, and romanized ones that they are in Latin."""

import pytest

from articles.records.record import Reference
from articles.records.reference_languages import (
    language_in_romanized_list,
    printed_language,
    romanized_language,
)


@pytest.mark.parametrize(
    ("text", "romanized", "languages"),
    [
        ("Үлгіев С. Тұзсу өзені", "Ulgiyev S. Tuzsu ozeni", ("kk", "kk-Latn", "kk-Latn")),
        ("Образцов П. Дренаж", "Obraztsov P. Drenazh", ("ru", "ru-Latn", "ru-Latn")),
        ("Green A. Grass", "Green A. Grass", ("en", "en", "en")),
        ("Образцов П. Дренаж", "", ("ru", "ru-Latn", "ru")),
        ("", "Obraztsov P. Drenazh", ("und-Latn", "und-Latn", "und-Latn")),
    ],
)
def test_the_languages_of_a_reference(text, romanized, languages):
    reference = Reference(text=text, romanized=romanized)

    assert (
        printed_language(reference),
        romanized_language(reference),
        language_in_romanized_list(reference),
    ) == languages

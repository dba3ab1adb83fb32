"""The language of a text that a file gives without one, or in more than one."""

from __future__ import annotations

from articles.records.languages import Language
from articles.records.scripts import KAZAKH_LETTERS, is_cyrillic


def language_of_letters(text: str) -> Language:
    """Kazakh for its own letters, Russian for other Cyrillic ones, else English.

    A title in Cyrillic may hold more Latin letters than others: names of species, formulas.
    """
    letters = set(filter(is_cyrillic, text))
    if not letters:
        return "en"
    return "kk" if letters & set(KAZAKH_LETTERS) else "ru"

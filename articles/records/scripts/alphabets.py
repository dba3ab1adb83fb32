"""Kazakh, Cyrillic and Latin letters, and the language that the letters of a text show."""

from __future__ import annotations

import re

from articles.records.languages import Language

KAZAKH_LETTERS = frozenset("әғқңөұүһіӘҒҚҢӨҰҮҺІ")

# Letters confused in Kazakh, by OCR or for lack of a keyboard.
CONFUSABLE_PAIRS: tuple[tuple[str, str], ...] = (
    ("ө", "ә"),
    ("ө", "о"),
    ("і", "и"),
    ("ү", "у"),
    ("ұ", "у"),
    ("қ", "к"),
    ("ғ", "г"),
    ("ң", "н"),
    ("ә", "а"),
    ("і", "ы"),
)

# Letter ranges for the brackets of a regular expression.
CYRILLIC = "\u0400-\u0481\u048a-\u052f"
LATIN = "A-Za-zªº\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u1e00-\u1eff"

CYRILLIC_RUN = re.compile(rf"[{CYRILLIC}]+(?:[əƏ][{CYRILLIC}]*)*|[əƏ][{CYRILLIC}]+")
CYRILLIC_LETTER = re.compile(f"[{CYRILLIC}]")
LATIN_LETTER = re.compile(f"[{LATIN}]")
LATIN_RUN = re.compile(f"[{LATIN}]+")
KAZAKH_LETTER = re.compile("[әғқңөұүһіӘҒҚҢӨҰҮҺІəƏӊӉ]")

# With fewer letters the language is unclear: a Kazakh letter is evidence, its absence is not.
KAZAKH_AT_LEAST, RUSSIAN_AT_LEAST, LATIN_AT_LEAST = 4, 15, 10
# Share of words: 63 % of Kazakh words have a Kazakh letter; Russian text may quote a few.
KAZAKH_WORDS = 0.2


def language_by_letters(text: str) -> Language | None:
    """Return the language that the letters show, or None for too few letters."""
    runs = CYRILLIC_RUN.findall(text)
    cyrillic = sum(map(len, runs))
    latin = sum(map(len, LATIN_RUN.findall(text)))
    if latin > cyrillic:
        return "en" if latin >= LATIN_AT_LEAST else None
    kazakh = sum(KAZAKH_LETTER.search(run) is not None for run in runs)
    if cyrillic >= KAZAKH_AT_LEAST and kazakh >= len(runs) * KAZAKH_WORDS:
        return "kk"
    return "ru" if cyrillic >= RUSSIAN_AT_LEAST else None


def is_cyrillic(letter: str) -> bool:
    """Whether a character is a Cyrillic letter."""
    return CYRILLIC_LETTER.match(letter) is not None


def is_latin(letter: str) -> bool:
    """Whether a character is a Latin letter."""
    return LATIN_LETTER.match(letter) is not None

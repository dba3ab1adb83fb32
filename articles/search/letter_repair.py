"""Repair of look-alike letters and of Roman numerals typed in Cyrillic, before a text is analysed.

The length of the text does not change, so that positions in the printed text stay right.
"""

import re
from functools import lru_cache

from articles.records.scripts import cyrillic_numerals, fold_lookalikes, word_texts

LATIN, CYRILLIC = "a-zA-Z\u00c0-\u024fəƏ", "\u0400-\u052f"
# The two repairs are slow and rarely needed; these patterns tell whether a text needs them.
NUMERAL_LETTERS = "ХІУ"
MIXED = re.compile(rf"[{LATIN}][{CYRILLIC}]|[{CYRILLIC}][{LATIN}]|[ӊӉ]")
ANY_LATIN = re.compile(f"[{LATIN}ӊӉ]")
NUMERAL = re.compile(r"\b[ХІУIVX]+\b")


def repair_letters(text: str) -> str:
    if text.isascii():
        return text
    if ANY_LATIN.search(text) and MIXED.search(text):
        text = fold_lookalikes(text)
    if any(letter in text for letter in NUMERAL_LETTERS) and NUMERAL.search(text):
        signs = list(text)
        for spot in cyrillic_numerals(text):
            signs[spot.start : spot.end] = spot.correction
        text = "".join(signs)
    return text


@lru_cache(maxsize=256)  # a title or abstract is analysed two or three times for one article
def repaired_words(text: str) -> tuple[str, ...]:
    return tuple(word_texts(repair_letters(text)))

"""A text's letters as they were meant: look-alikes folded, roman numerals in Latin letters.

Every letter is mended in its place, so a word stands where it stood in the printed text.
"""

import re
from functools import lru_cache

from articles.records.scripts import cyrillic_numerals, fold_lookalikes, word_texts

LATIN, CYRILLIC = "a-zA-Z\u00c0-\u024fəƏ", "\u0400-\u052f"
# The two below are slow and seldom needed; these tell where, and are asked as seldom as may be.
NUMERAL_LETTERS = "ХІУ"
MIXED = re.compile(rf"[{LATIN}][{CYRILLIC}]|[{CYRILLIC}][{LATIN}]|[ӊӉ]")
ANY_LATIN = re.compile(f"[{LATIN}ӊӉ]")
NUMERAL = re.compile(r"\b[ХІУIVX]+\b")


def mend(text: str) -> str:
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


@lru_cache(maxsize=256)  # titles and abstracts of one article are read twice or three times
def mended_words(text: str) -> tuple[str, ...]:
    return tuple(word_texts(mend(text)))

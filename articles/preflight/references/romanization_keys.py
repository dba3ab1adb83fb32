"""Comparison keys of words: equal for every romanization scheme, different for a misprint."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from articles.records.languages import Language
from articles.records.romanization import romanize
from articles.records.scripts import KAZAKH_LETTERS, is_cyrillic, words

LETTERS_AT_MOST = 60

# Letters that one scheme writes with several signs and another with one; longest first.
SAME = (
    ("shch|shh|sch", "9"), ("sh", "8"), ("ch", "7"), ("zh|dj", "j"), ("kh|x", "h"),
    ("cz|ts|tc|c", "c"), ("gh", "g"), ("ng", "n"), ("q", "k"), ("w", "u"),
    ("[yij]+o|[yij]*e", "e"), ("[yij]*u", "u"), ("[yij]*a", "a"), ("[yij]+", "i"),
)  # fmt: skip
REPLACEMENTS = tuple((re.compile(pattern), sign) for pattern, sign in SAME)
UNWRITTEN = re.compile(r"['’ʹʺʼ`\"‘ʻ]")
# Marks that change the sound: of ISO 9 and of the Kazakh alphabet.
HATS = str.maketrans({"ž": "zh", "č": "ch", "š": "sh", "ŝ": "shch", "ş": "sh", "û": "yu", "â": "ya",
                      "ë": "e", "ñ": "ng", "ğ": "gh", "ı": "i", "ə": "a", "ņ": "ng"})  # fmt: skip


def plain_latin(word: str) -> str:
    """The word in lower case without accents, apostrophes and hard or soft signs."""
    written = UNWRITTEN.sub("", word.lower())
    apart = unicodedata.normalize("NFD", written)
    return "".join(sign for sign in apart if not unicodedata.combining(sign)).replace("ı", "i")


def latin_key(word: str) -> str:
    written = plain_latin(UNWRITTEN.sub("", word.lower()).translate(HATS))
    for pattern, sign in REPLACEMENTS:
        written = pattern.sub(sign, written)
    return written


@lru_cache(maxsize=20_000)
def romanization_key(word: str) -> str:
    if not is_cyrillic(word[0]):
        return latin_key(word)
    language: Language = "ru" if KAZAKH_LETTERS.isdisjoint(word) else "kk"
    return latin_key(romanize(word, language, "bgn_pcgn"))


def romanization_keys(text: str) -> Iterator[str]:
    return (romanization_key(word.text[:LETTERS_AT_MOST]) for word in words(text))

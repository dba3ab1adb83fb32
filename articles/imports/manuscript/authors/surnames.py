"""Surnames compared across languages and spellings."""

from __future__ import annotations

import re
import unicodedata
from itertools import product

from articles.records.languages import Language
from articles.records.names import parse_name
from articles.records.romanization import romanize

STEM = 4  # letters at the beginning that two spellings of a surname share
DOUBLED = re.compile(r"(.)\1")
LOOSE = str.maketrans({"q": "k", "y": "i", "j": "i", "ı": "i", "h": "", "w": "v"})


def comparable_surname(name: str, language: Language) -> str:
    """The surname in a printed name, as `comparable` makes it."""
    return comparable(parse_name(name, language).family, language)


def comparable(family: str, language: str) -> str:
    """A surname in Latin letters, without what romanizations write differently."""
    alphabet: Language = "kk" if language == "kk" else "ru"
    latin = family if family.isascii() else romanize(family, alphabet, "bgn_pcgn")
    letters = unicodedata.normalize("NFKD", latin.lower())
    return DOUBLED.sub(r"\1", re.sub(r"[^a-z]", "", letters.translate(LOOSE)))


def is_same_person(name: str, other: str) -> bool:
    """Whether two names agree, also of two languages: one word, and the others in their order."""
    words, others = _words(name), _words(other)
    for (at, word), (place, same) in product(enumerate(words), enumerate(others)):
        if len(word) > 1 and is_same_surname(word, same):
            rest = others[:place] + others[place + 1 :]
            if all(map(_can_be_same, words[:at] + words[at + 1 :], rest)):
                return True
    return False


def has_same_surname(name: str, other: str) -> bool:
    """Whether two names share a long word; given names may differ between languages."""
    pairs = product(_words(name), _words(other))
    return any(len(word) > STEM and is_same_surname(word, same) for word, same in pairs)


def _words(name: str) -> list[str]:
    return [comparable(word, "kk") or word for word in re.findall(r"[^\W\d_]+", name)]


def _can_be_same(word: str, other: str) -> bool:
    """Whether one is the initial of the other, or both are spellings of one word."""
    is_beginning = word.startswith(other) or other.startswith(word)
    return is_beginning or is_same_surname(word, other)


def is_same_surname(surname: str, word: str) -> bool:
    """Whether two spellings agree at the beginning, or at the end and about in length."""
    if len(surname) < STEM or len(word) < STEM:
        return bool(surname) and surname == word
    is_same_end = surname[-6:] == word[-6:] and abs(len(surname) - len(word)) < 3
    return surname[:5] == word[:5] or is_same_end

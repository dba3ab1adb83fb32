"""Base forms of words: by packages for Russian and English, by our own stemmer for Kazakh."""

import re
import threading
import unicodedata
from collections.abc import Callable, Mapping
from functools import cache, lru_cache

import pymorphy3
import Stemmer

from articles.records.languages import Language
from articles.search import kazakh

RUSSIAN_WORD = re.compile("[\u0400-\u052f-]+")
CACHED_WORDS = 10_000  # about 3 MB a language; word_keys.py caches the rest


@cache
def russian_dictionary() -> pymorphy3.MorphAnalyzer:
    """Loaded once in a process, at the first Russian word: 0.2 s, 30 MB."""
    return pymorphy3.MorphAnalyzer()


@lru_cache(maxsize=CACHED_WORDS)
def russian(word: str) -> str:
    """The dictionary form of the most likely reading: дипломатии -> дипломатия."""
    if not RUSSIAN_WORD.fullmatch(word):
        return word  # pymorphy3 fails on letters without a Unicode name
    return russian_dictionary().parse(word.lower())[0].normal_form.replace("ё", "е")


class English(threading.local):
    """A Snowball stemmer for each thread, since threads may not share one."""

    def __init__(self) -> None:
        self.stemmer = Stemmer.Stemmer("english", 0)


ENGLISH = English()


@lru_cache(maxsize=CACHED_WORDS)
def english(word: str) -> str:
    """The Snowball stem, without diacritics: Müller's -> muller."""
    letters = unicodedata.normalize("NFD", word.lower().replace("’", "'").replace("ı", "i"))
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return str(ENGLISH.stemmer.stemWord(plain))


LEMMAS: Mapping[Language, Callable[[str], str]] = {
    "kk": kazakh.stem,
    "ru": russian,
    "en": english,
}

"""The key of one word in each language: Russian and English by packages, Kazakh by our stemmer."""

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
    """Loaded once a process, when the first Russian word comes: 0.2 s, 30 MB."""
    return pymorphy3.MorphAnalyzer()


@lru_cache(maxsize=CACHED_WORDS)
def russian(word: str) -> str:
    """The dictionary form of the likeliest reading: дипломатии -> дипломатия."""
    if not RUSSIAN_WORD.fullmatch(word):
        return word  # pymorphy3 fails on letters that have no name
    return russian_dictionary().parse(word.lower())[0].normal_form.replace("ё", "е")


class English(threading.local):
    """A Snowball stemmer a thread, since one may not be shared between threads."""

    def __init__(self) -> None:
        self.stemmer = Stemmer.Stemmer("english", 0)


ENGLISH = English()


@lru_cache(maxsize=CACHED_WORDS)
def english(word: str) -> str:
    """The Snowball stem, without marks on letters: Müller's -> muller."""
    letters = unicodedata.normalize("NFD", word.lower().replace("’", "'").replace("ı", "i"))
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return str(ENGLISH.stemmer.stemWord(plain))


LEMMAS: Mapping[Language, Callable[[str], str]] = {
    "kk": kazakh.stem,
    "ru": russian,
    "en": english,
}

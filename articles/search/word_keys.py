"""The keys of a word, by its letters and the language of its text."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

import msgspec

from articles.records.languages import Language
from articles.records.scripts import is_cyrillic, is_latin
from articles.search.folding import fold
from articles.search.kazakh import LONGEST_WORD, stem_plainly
from articles.search.lemmas import LEMMAS

# A Cyrillic word is Kazakh or Russian and a Latin word English, whatever language the text is in.
CYRILLIC_LANGUAGES: tuple[Language, ...] = ("kk", "ru")
NO_LANGUAGE = "xx"
FOLDED_KAZAKH, FOLDED_RUSSIAN = "fk", "fr"

HYPHENS = frozenset("-\u2010\u2011")
DIGITS = frozenset("0123456789")
PLAIN_HYPHENS = str.maketrans({"\u2010": "-", "\u2011": "-", "\u00ad": ""})
PART = re.compile(r"[^-\u2010\u2011]+")
RUSSIAN_ENDS = "аеиоуы"  # endings cut from folded Russian words: Latin letters hide the case


class Keys(msgspec.Struct, frozen=True):
    keys: tuple[str, ...]
    folded: tuple[str, ...]
    parts: tuple[tuple[int, int, Keys], ...] = ()  # (start, end, keys) of each part between hyphens


def word_keys(word: str, language: Language | None) -> Keys:
    """The keys of a word; without a language a Cyrillic word has a Kazakh and a Russian key."""
    return cached_keys(word[: 2 * LONGEST_WORD], language)


def keys_of(word: str, language: Language | None) -> Keys:
    whole = plain_keys(word, language)
    if HYPHENS.isdisjoint(word):
        return whole
    spans = [found.span() for found in PART.finditer(word)]
    parts = tuple((start, end, plain_keys(word[start:end], language)) for start, end in spans)
    return msgspec.structs.replace(whole, parts=parts)


cached_keys = lru_cache(maxsize=30_000)(keys_of)  # about 16 MB


def remember(words: int) -> None:
    """Enlarge the cache for a process that analyses a whole archive: about 0.5 kB a word."""
    global cached_keys
    cached_keys = lru_cache(maxsize=words)(keys_of)


def plain_keys(word: str, language: Language | None) -> Keys:
    letters = letters_of(word)
    if any(map(str.isdigit, letters)):
        return Keys(distinct(lexeme(NO_LANGUAGE, letters)), ())
    if any(map(is_cyrillic, letters)):
        languages = (language,) if language in CYRILLIC_LANGUAGES else CYRILLIC_LANGUAGES
        return Keys(
            distinct(*(lexeme(code, LEMMAS[code](letters)) for code in languages)),
            distinct(*(folded(letters, code) for code in languages)),
        )
    if any(map(is_latin, letters)):
        readings = (
            () if language else CYRILLIC_LANGUAGES
        )  # perhaps Kazakh or Russian typed in Latin letters
        return Keys(
            distinct(lexeme("en", LEMMAS["en"](letters))),
            distinct(*(folded(letters, code) for code in readings)),
        )
    return Keys(distinct(lexeme(NO_LANGUAGE, letters)), ())


def letters_of(word: str) -> str:
    """The word in composed small letters, without stress marks and soft hyphens."""
    composed = unicodedata.normalize("NFKC", word)
    if composed.isalnum():
        return composed.lower()
    composed = composed.translate(PLAIN_HYPHENS)
    return "".join(sign for sign in composed if not unicodedata.combining(sign)).lower()


def folded(letters: str, language: Language) -> str:
    if language == "kk":
        return lexeme(FOLDED_KAZAKH, stem_plainly(fold(letters)))
    lemma = fold(LEMMAS["ru"](letters))
    return lexeme(FOLDED_RUSSIAN, lemma.rstrip(RUSSIAN_ENDS) or lemma)


def lexeme(tag: str, key: str) -> str:
    """A tag and the letters and ASCII digits of a key; PostgreSQL would split other characters."""
    plain = "".join(sign for sign in key if sign.isalpha() or sign in DIGITS)[:LONGEST_WORD]
    return tag + plain if plain else ""


def distinct(*keys: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, keys)))

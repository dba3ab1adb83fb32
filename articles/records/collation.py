"""Alphabetical order as a stored key, because no database sorts Kazakh correctly."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from articles.records.languages import Language
from articles.records.markup import plain

# The Kazakh alphabet contains the Russian one in the same order.
CYRILLIC = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
LATIN = "abcdefghijklmnopqrstuvwxyz"
SPELLED = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "ð": "d"}

# Each character becomes two of 0-9a-z, which every database collation sorts alike.
SIGNS = "0123456789abcdefghijklmnopqrstuvwxyz"
SPACE = "00"
KEY_LENGTH = 240  # an index row must stay small; 120 letters decide every order seen

NO_LETTER = "#"


def sort_key(text: str, language: Language) -> str:
    """Return a key that sorts spaces, digits, the letters of the language's script, all others."""
    words = "".join(sign if sign.isalnum() else " " for sign in _folded(text, language)).split()
    keys = ("".join(_sign_key(sign, language) for sign in word) for word in words)
    return SPACE.join(keys)[:KEY_LENGTH]


def initial(text: str, language: Language) -> str:
    """Return the letter that files a text; # for a digit or another sign, '' for none."""
    signs = (sign for sign in _folded(text, language) if sign.isalnum())
    first = next(signs, "")
    return first.upper() if first in CYRILLIC or first in LATIN else NO_LETTER


def _folded(text: str, language: Language) -> str:
    """The text in lower case without accents and apostrophes; in Russian ё is filed as е."""
    small = unicodedata.normalize("NFC", plain(text)).lower()
    small = small.replace("ё", "е") if language == "ru" else small
    return "".join(_bare(small))


def _bare(text: str) -> Iterator[str]:
    for sign in text:
        if sign in CYRILLIC or sign in LATIN:
            yield sign
        elif sign in SPELLED:
            yield SPELLED[sign]
        elif sign not in "'’ʹʼ‘`":
            yield from (part for part in unicodedata.normalize("NFKD", sign) if _is_base(part))


def _is_base(sign: str) -> bool:
    return not unicodedata.combining(sign)


def _sign_key(sign: str, language: Language) -> str:
    own, other = (LATIN, CYRILLIC) if language == "en" else (CYRILLIC, LATIN)
    if sign.isascii() and sign.isdigit():
        return "1" + sign
    if sign in own:
        return _pair(2, own.index(sign))
    if sign in other:
        return _pair(4, other.index(sign))
    return "z" + _base36(ord(sign), 5)


def _pair(group: int, rank: int) -> str:
    return _base36(group * len(SIGNS) + rank, 2)


def _base36(number: int, width: int) -> str:
    digits = ""
    for _place in range(width):
        number, rest = divmod(number, len(SIGNS))
        digits = SIGNS[rest] + digits
    return digits

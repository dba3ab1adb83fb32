"""Soft hyphens in Kazakh words: neither browsers nor Typst hyphenate Kazakh.

The rules are those of Kazakh spelling: a word is divided between syllables, compounds too, and no
letter stands alone on a line. We leave three letters on either side.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from articles.records.cleaning import SOFT_HYPHEN

LETTERS_AT_LEAST = 12
PIECE_AT_LEAST = 3

VOWELS = frozenset("аәеёиоөуұүыіэюя")
SIGNS = frozenset("ьъ")  # never first on a line
# Words whose third letter у is a consonant, though one stands before it: ақ-уыз.
CONSONANT_AS_THIRD = ("айуан", "ақуыз", "алуан", "ахуал")
# Before -стан these stay whole: қазақ-стан, but курс-тан. The rules give both, by syllables and by
# stems, and readers know the stems.
PEOPLES = ("ауған", "башқұрт", "казах", "қазақ", "қырғыз", "өзбек", "татар", "тәжік", "түркімен")

TOKEN = re.compile(rf"\S{{{PIECE_AT_LEAST * 2},}}")
NOT_PROSE = re.compile(r"[0-9@_\\]|://|www\.", re.IGNORECASE)  # addresses, codes, formulas
RUN = re.compile(rf"(?<![^\W_])[\u0400-\u052f]{{{PIECE_AT_LEAST * 2},}}(?![^\W_])")


def hyphenate(text: str, language: str, letters: int = LETTERS_AT_LEAST) -> str:
    """Return the text with soft hyphens in words of so many letters, if it is Kazakh."""
    if language != "kk":
        return text
    return TOKEN.sub(lambda match: _soft_token(match[0], letters), text)


def syllables(word: str) -> list[str]:
    """Return the syllables: one vowel each, with the consonant before it (құ-рас-ты-ру)."""
    small = word.lower()
    vowels = [at for at in range(len(small)) if _is_vowel(small, at)]
    starts = [0, *(_start(small, before, vowel) for before, vowel in pairwise(vowels))]
    return [word[start:end] for start, end in zip(starts, [*starts[1:], len(word)], strict=True)]


def _start(word: str, before: int, vowel: int) -> int:
    """Return where the syllable of a vowel begins, behind that of the vowel before it."""
    if word.startswith("стан", vowel - 2) and word.endswith(PEOPLES, 0, vowel - 2):
        return vowel - 2
    return vowel - (vowel - before > 1 and word[vowel - 1] not in SIGNS)


@lru_cache(maxsize=20_000)  # abstracts repeat the same words
def _soft_token(token: str, letters: int) -> str:
    if NOT_PROSE.search(token):
        return token
    return RUN.sub(lambda run: _soft_word(run[0], letters), token)


def _soft_word(word: str, letters: int) -> str:
    """Return a word with soft hyphens; a short one in capitals may be an abbreviation."""
    if len(word) < (letters if word[1:].islower() else LETTERS_AT_LEAST):
        return word
    return SOFT_HYPHEN.join(_pieces(word))


def _pieces(word: str) -> list[str]:
    """Return the syllables, those at the ends put together until they are long enough."""
    pieces = syllables(word)
    while len(pieces) > 1 and len(pieces[0]) < PIECE_AT_LEAST:
        pieces[:2] = ["".join(pieces[:2])]
    while len(pieces) > 1 and len(pieces[-1]) < PIECE_AT_LEAST:
        pieces[-2:] = ["".join(pieces[-2:])]
    return pieces


def _is_vowel(word: str, at: int) -> bool:
    """Whether a letter is a vowel; у beside another one is not: қа-уым, уа-қыт, but су-ық."""
    if word[at] == "у" and _is_consonant(word, at):
        return False
    return word[at] in VOWELS


def _is_consonant(word: str, at: int) -> bool:
    """Whether у is a consonant: behind a vowel, or first before one."""
    if at == 0:
        return word[1:2] in VOWELS
    return word[at - 1] in VOWELS or (at == 2 and word.startswith(CONSONANT_AS_THIRD))

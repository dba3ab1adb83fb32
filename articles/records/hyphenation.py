"""Soft hyphens in Kazakh words, for pages only: neither browsers nor Typst hyphenate Kazakh."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from articles.records.cleaning import SOFT_HYPHEN
from articles.records.languages import Language

LETTERS_AT_LEAST = 12
PIECE_AT_LEAST = 3

VOWELS = frozenset("аәеёиоөуұүыіэюя")
SIGNS = frozenset("ьъ")  # never first on a line

TOKEN = re.compile(rf"\S{{{PIECE_AT_LEAST * 2},}}")
NOT_PROSE = re.compile(r"[0-9@_\\]|://|www\.", re.IGNORECASE)  # addresses, codes, formulas
RUN = re.compile(rf"(?<![^\W_])[\u0400-\u052f]{{{PIECE_AT_LEAST * 2},}}(?![^\W_])")


def hyphenate(text: str, language: Language, letters: int = LETTERS_AT_LEAST) -> str:
    """Return the text with soft hyphens in words of so many letters, if it is Kazakh."""
    if language != "kk":
        return text
    return TOKEN.sub(lambda match: _soft_token(match[0], letters), text)


def syllables(word: str) -> list[str]:
    """Return the syllables: one vowel each, with the consonant before it (құ-рас-ты-ру)."""
    small = word.lower()
    starts = [0]
    vowels = [at for at in range(len(small)) if _is_vowel(small, at)]
    for before, vowel in pairwise(vowels):
        has_consonant = vowel - before > 1 and small[vowel - 1] not in SIGNS
        starts.append(vowel - has_consonant)
    return [word[start:end] for start, end in zip(starts, [*starts[1:], len(word)], strict=True)]


@lru_cache(maxsize=20_000)  # abstracts repeat the same words
def _soft_token(token: str, letters: int) -> str:
    if NOT_PROSE.search(token):
        return token
    return RUN.sub(
        lambda run: SOFT_HYPHEN.join(_pieces(run[0])) if len(run[0]) >= letters else run[0], token
    )


def _pieces(word: str) -> list[str]:
    """Syllables joined until each piece is long enough for a line."""
    pieces = [""]
    for syllable in syllables(word):
        if len(pieces[-1]) >= PIECE_AT_LEAST:
            pieces.append("")
        pieces[-1] += syllable
    if len(pieces) > 1 and len(pieces[-1]) < PIECE_AT_LEAST:
        last = pieces.pop()
        pieces[-1] += last
    return pieces


def _is_vowel(word: str, at: int) -> bool:
    """у after a vowel is a consonant: қа-уым."""
    if word[at] == "у" and at and word[at - 1] in VOWELS:
        return False
    return word[at] in VOWELS

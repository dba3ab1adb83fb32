"""Finds the words of a text that may match a wanted key, by their first letters.

Analysing every word of a long text is slow (the bench measures pages of search results), so only
the candidates are analysed. A word begins with the same two letters as its key, after folding: қ
and к are equal, я is иа. Russian may drop the second letter (день, дня). For Cyrillic words
written in Latin letters only the first letter is compared.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from functools import cache, lru_cache

from articles.records.languages import Language
from articles.records.scripts import Word, word_at
from articles.records.scripts.words import JOINERS, MARKS
from articles.search.folding import fold

# Latin and Cyrillic; a word that begins with another character is always a candidate.
BLOCKS = (range(0x30, 0x250), range(0x400, 0x530), range(0x1E00, 0x1F00))
RUSSIAN, VOWELS = ("ru", "fr"), "аеиоуы"
SURE = 4  # letters; in shorter keys the second letter may differ from that of the word
# Other Latin letters by which the romanizations write a Cyrillic letter.
ROMANIZED = {
    "ш": "st", "ж": "zj", "ч": "ct", "х": "kh", "ц": "tc", "ф": "pf", "и": "yij", "е": "ye",
    "ы": "y",
}  # fmt: skip


def candidate_words(
    text: str, wanted: Collection[str], language: Language | None
) -> Iterator[Word]:
    """The words of a text with a part, between hyphens, that begins like one of the wanted keys."""
    begun = all_beginnings(frozenset(wanted), language)
    end = 0
    for found in pattern(begun).finditer(text) if begun else ():
        if found.start() >= end and (word := word_at(text, found.start())):
            end = word.end
            yield word


@lru_cache(maxsize=1_000)  # the same for each of the hundreds of texts on a page of results
def all_beginnings(wanted: frozenset[str], language: Language | None) -> frozenset[str]:
    return frozenset(one for key in wanted for one in beginnings(key, language))


def beginnings(key: str, language: Language | None) -> tuple[str, ...]:
    """The folded letters with which a word of this key may begin; one letter for a short key, whose
    words may have another second letter (ағы has the key ақ).
    """
    letters = "".join(map(fold, key[2:5]))  # letter by letter: in an English word ph is not ф
    if language is None:
        return tuple(letters[:1] + ROMANIZED.get(letters[:1], ""))
    if len(key) < 2 + SURE:
        return tuple(letters[:1])
    dropped = key.startswith(RUSSIAN) and letters[1] in VOWELS
    return (letters[:2], letters[0] + letters[2]) if dropped else (letters[:2],)


@lru_cache(maxsize=1_000)
def pattern(begun: frozenset[str]) -> re.Pattern[str]:
    patterns = sorted({each for one in begun for each in patterns_of(one)})
    return re.compile(rf"(?<![^\W_{MARKS}])(?:{'|'.join(patterns)}|{uncommon()})")


def patterns_of(begun: str) -> Iterator[str]:
    """Patterns for all characters that fold to these one or two letters."""
    first = signs(begun[0])
    if len(begun) == 1:
        yield f"[{first}]"
        return
    yield f"[{first}](?=[{JOINERS}{MARKS}]*(?:[{signs(begun[1])}]|{uncommon()}))"
    if both := folded_signs().get(begun):
        yield f"[{both}]"


def signs(letter: str) -> str:
    return re.escape(letter) + folded_signs().get(letter, "")


@cache
def folded_signs() -> dict[str, str]:
    """Characters by the letters that they fold to, and by the first of these; under '' those that
    fold to nothing or to several letters.
    """
    found: dict[str, str] = {}
    for sign in (chr(code) for block in BLOCKS for code in block):
        if sign.isalnum():
            bare = unicodedata.normalize("NFKD", sign)[0]  # an English key has no marks
            is_one = len(unicodedata.normalize("NFKC", sign)) == 1  # not ¼
            folded = {fold(sign), fold(bare)} if is_one else {""}
            for key in folded | {one[:1] for one in folded}:
                found[key] = found.get(key, "") + sign
    return found


@cache
def uncommon() -> str:
    """A pattern for characters outside the blocks, and for those that folding removes."""
    blocks = "".join(f"{chr(block.start)}-{chr(block.stop - 1)}" for block in BLOCKS)
    return rf"[^\W_{blocks}]|[{folded_signs().get('', '')}]"

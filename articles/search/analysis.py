"""Text to keys: what a query and an article are compared by.

A key is a two-letter tag and a word's stem, letters and digits only, so that PostgreSQL's
configuration `simple` keeps it as one lexeme: kkқазақс, ruказахстан, endiplomaci. Numbers
and codes are xx2024 whatever the language; fk and fr are the weaker folded keys (folding.py).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

import msgspec

from articles.records.languages import Language
from articles.records.scripts import Word, words
from articles.search.beginnings import words_beginning
from articles.search.mending import mend
from articles.search.word_keys import Keys, word_keys


class Analysed(msgspec.Struct, frozen=True):
    """A word as printed and the keys that find it; a word with hyphens also part by part."""

    word: Word
    keys: tuple[str, ...]
    folded: tuple[str, ...] = ()
    parts: tuple[Analysed, ...] = ()


def analyse(text: str, language: Language | None = None) -> Iterator[Analysed]:
    """The words of a text; without a language, as in a query, read in every one they may be."""
    for word in words(mend(text)):
        printed = text[word.start : word.end]
        yield _analysed(printed, word.start, word.end, word_keys(word.text, language))


def keys(text: str, language: Language | None = None) -> list[str]:
    """Every true key of the text, in order: what it is found by, without the folded ones."""
    return [key for key, _position in lexemes(text, language)]


def lexemes(text: str, language: Language | None = None) -> Iterator[tuple[str, int]]:
    """Keys with their positions, from 1: a phrase is keys at positions that follow each other.

    A word with hyphens stands as a whole where its first part does: the phrase "ата ана" finds
    ата-ана, and so does the one word.
    """
    position = 0
    for word in words(mend(text)):
        found = word_keys(word.text, language)
        position += 1
        for key in found.keys:
            yield key, position
        for after, (_start, _end, part) in enumerate(found.parts):
            for key in part.keys:
                yield key, position + after
        position += max(len(found.parts) - 1, 0)


def marks(
    text: str, wanted: Collection[str], language: Language | None = None
) -> list[tuple[int, int]]:
    """Where the words stand that have a wanted key: spans of the text as it is printed.

    дипломатия marks дипломатиясындағы; of a word with hyphens, only the part that was meant,
    unless it was the whole.
    """
    spans = []
    for word in words_beginning(mend(text), wanted, language):
        found = word_keys(word.text, language)
        if _has(found, wanted):
            spans.append((word.start, word.end))
        else:
            spans += [
                (word.start + start, word.start + end)
                for start, end, part in found.parts
                if _has(part, wanted)
            ]
    return spans


def _has(found: Keys, wanted: Collection[str]) -> bool:
    return any(key in wanted for key in found.keys) or any(key in wanted for key in found.folded)


def _analysed(printed: str, start: int, end: int, found: Keys) -> Analysed:
    parts = tuple(
        _analysed(printed[left:right], start + left, start + right, part)
        for left, right, part in found.parts
    )
    return Analysed(Word(printed, start, end), found.keys, found.folded, parts)

"""Analysis of a text into keys, by which queries and articles are compared.

A key is a two-letter tag and a word's stem, letters and digits only, so that PostgreSQL's
configuration `simple` keeps it as one lexeme: kkқазақс, ruказахстан, endiplomaci. Numbers
and codes have the tag xx in every language (xx2024); fk and fr mark the weaker folded keys
(folding.py).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

import msgspec

from articles.records.languages import Language
from articles.records.scripts import Word, words
from articles.search.letter_repair import repair_letters
from articles.search.word_candidates import candidate_words
from articles.search.word_keys import Keys, word_keys


class AnalysedWord(msgspec.Struct, frozen=True):
    """A printed word with its keys; a word with hyphens also has the keys of its parts."""

    word: Word
    keys: tuple[str, ...]
    folded: tuple[str, ...] = ()
    parts: tuple[AnalysedWord, ...] = ()


def analyse(text: str, language: Language | None = None) -> Iterator[AnalysedWord]:
    """The words of a text with their keys. Without a language, as in a query, every language that
    a word can belong to is tried.
    """
    for word in words(repair_letters(text)):
        printed = text[word.start : word.end]
        yield _analysed_word(printed, word.start, word.end, word_keys(word.text, language))


def keys(text: str, language: Language | None = None) -> list[str]:
    """All keys of the text in order, without the folded ones."""
    return [key for key, _position in lexemes(text, language)]


def lexemes(text: str, language: Language | None = None) -> Iterator[tuple[str, int]]:
    """Keys with their positions from 1; a phrase is a run of consecutive positions.

    A word with hyphens has the position of its first part, so that both the phrase "ата ана"
    and the word ата-ана find it.
    """
    position = 0
    for word in words(repair_letters(text)):
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
    """The spans of the words that have a wanted key, as (start, end) in the printed text.

    The key of дипломатия marks дипломатиясындағы. In a word with hyphens only the matching part
    is marked, unless the whole word matches.
    """
    spans = []
    for word in candidate_words(repair_letters(text), wanted, language):
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


def _analysed_word(printed: str, start: int, end: int, found: Keys) -> AnalysedWord:
    parts = tuple(
        _analysed_word(printed[left:right], start + left, start + right, part)
        for left, right, part in found.parts
    )
    return AnalysedWord(Word(printed, start, end), found.keys, found.folded, parts)

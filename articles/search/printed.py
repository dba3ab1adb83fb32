"""The words of a record as they are printed, and what near spellings of a word have in common."""

from __future__ import annotations

from collections.abc import Iterator
from zlib import crc32

from articles.records.markup import plain
from articles.records.record import Record
from articles.search.folding import fold
from articles.search.mending import mended_words
from articles.search.word_keys import letters_of

SHORTEST, LONGEST = 4, 40  # letters of a kept word


def words_of(record: Record) -> set[str]:
    """Of titles, keywords, names and abstracts."""
    printed = {word for text in texts(record) for word in mended_words(plain(text))}
    return {piece for word in printed for piece in pieces(word)}


def texts(record: Record) -> Iterator[str]:
    yield from record.title.values()
    yield from record.abstract.values()
    for terms in record.keywords.values():
        yield from terms
    for author in record.authors:
        yield from author.collective.values()
        for name in author.names.values():
            yield from (name.family, name.given, name.patronymic)


def pieces(word: str) -> list[str]:
    """In small letters, between its hyphens."""
    parts = letters_of(word).split("-")
    return [part for part in parts if SHORTEST <= len(part) <= LONGEST and part.isalpha()]


def near(word: str) -> list[int]:
    """What the word and its neighbours share: itself, and what is left without each letter."""
    plainly = plain_letters(word)
    spellings = {plainly} | {plainly[:at] + plainly[at + 1 :] for at in range(len(plainly))}
    return sorted({crc32(one.encode()) - 2**31 for one in spellings})


def plain_letters(word: str) -> str:
    """Cyrillic folded, for who has no Kazakh letters; Latin as it is, for folding joins letters."""
    return word if word.isascii() else fold(word)[:LONGEST]

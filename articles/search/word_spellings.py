"""The printed words of a record, and the hashes that similar spellings of a word share."""

from __future__ import annotations

from collections.abc import Iterator
from zlib import crc32

from articles.records.markup import plain
from articles.records.record import Record
from articles.search.folding import fold
from articles.search.letter_repair import repaired_words
from articles.search.word_keys import letters_of

SHORTEST, LONGEST = 4, 40  # letters of a stored word


def words_of(record: Record) -> set[str]:
    """The words of titles, keywords, names and abstracts, in small letters."""
    printed = {word for text in texts(record) for word in repaired_words(plain(text))}
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
    """The parts between the hyphens of a word, in small letters, of a length that is stored."""
    parts = letters_of(word).split("-")
    return [part for part in parts if SHORTEST <= len(part) <= LONGEST and part.isalpha()]


def near(word: str) -> list[int]:
    """Hashes of the word and of the word without each of its letters.

    Two words that share a hash differ by at most one typing error.
    """
    plainly = plain_letters(word)
    spellings = {plainly} | {plainly[:at] + plainly[at + 1 :] for at in range(len(plainly))}
    return sorted({crc32(one.encode()) - 2**31 for one in spellings})


def plain_letters(word: str) -> str:
    """A Cyrillic word folded, as typed without Kazakh letters; a Latin word is left unchanged."""
    return word if word.isascii() else fold(word)[:LONGEST]

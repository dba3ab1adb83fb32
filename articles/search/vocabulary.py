"""The kept table of words: of what was mistyped, the word that was meant.

Only words of released records come in. A word may outlive its article; it is offered only where
it finds something.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from zlib import crc32

from rapidfuzz.distance import OSA

from articles.models import SearchWord
from articles.records.markup import plain
from articles.records.record import Record
from articles.records.scripts import words
from articles.search.folding import fold
from articles.search.mending import mend
from articles.search.word_keys import letters_of

SHORTEST, LONGEST = 4, 40
ERRORS = 2  # in a long word; one in a short one
LONG_WORD = 8
NEIGHBOURS = 200  # compared letter by letter


def keep_words(record: Record) -> None:
    """Adds those that are new; how often each occurs is counted anew by rebuild_search."""
    found = words_of(record)
    known = set(SearchWord.objects.filter(word__in=found).values_list("word", flat=True))
    new = [SearchWord(word=word, near=near(word)) for word in sorted(found - known)]
    SearchWord.objects.bulk_create(new, ignore_conflicts=True)


def words_of(record: Record) -> set[str]:
    """Of titles, keywords, names and abstracts, as they are printed."""
    return {word for text in texts(record) for word in kept_words(text)}


def texts(record: Record) -> Iterator[str]:
    yield from record.title.values()
    yield from record.abstract.values()
    for terms in record.keywords.values():
        yield from terms
    for author in record.authors:
        yield from author.collective.values()
        for name in author.names.values():
            yield from (name.family, name.given, name.patronymic)


def kept_words(text: str) -> Iterator[str]:
    for word in words(mend(plain(text))):
        for part in letters_of(word.text).replace("-", " ").split():
            if SHORTEST <= len(part) <= LONGEST and part.isalpha():
                yield part


def near(word: str) -> list[int]:
    """What the word and its neighbours share: itself, and what is left without each letter."""
    plainly = plain_letters(word)
    spellings = {plainly} | {plainly[:at] + plainly[at + 1 :] for at in range(len(plainly))}
    return sorted({crc32(one.encode()) - 2**31 for one in spellings})


def plain_letters(word: str) -> str:
    """Cyrillic folded, for who has no Kazakh letters; Latin as it is, for folding joins letters."""
    return word if word.isascii() else fold(word)[:LONGEST]


def meant(word: str) -> str | None:
    """The kept word nearest to a mistyped one, the more frequent of two as near."""
    small = letters_of(word)
    if not (SHORTEST <= len(small) <= LONGEST and small.isalpha()):
        return None
    rows = SearchWord.objects.filter(near__overlap=near(small)).exclude(word=small)
    counts = dict(rows.order_by("-article_count")[:NEIGHBOURS].values_list("word", "article_count"))
    return nearest(small, counts)


def nearest(word: str, counts: Mapping[str, int]) -> str | None:
    most = ERRORS if len(word) >= LONG_WORD else 1
    ranked = [
        (
            OSA.distance(plain_letters(word), plain_letters(other)),
            OSA.distance(word, other),
            -count,
            other,
        )
        for other, count in counts.items()
    ]
    return min(ranked)[3] if ranked and min(ranked)[0] <= most else None

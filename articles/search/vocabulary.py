"""The vocabulary: words of public articles, from which a mistyped word is corrected.

It has only words of released records. A word may remain after its article has gone; it is offered
only if it finds something.
"""

from __future__ import annotations

from collections.abc import Mapping

from rapidfuzz.distance import OSA

from articles.models import SearchWord
from articles.records.record import Record
from articles.search.word_keys import letters_of
from articles.search.word_spellings import LONGEST, SHORTEST, near, plain_letters, words_of

ERRORS = 2  # in a long word; one in a short one
LONG_WORD = 8
NEIGHBOURS = 200  # compared letter by letter


def store_words(record: Record) -> None:
    """Add the words of a record that are new. `rebuild_search` counts how often each occurs."""
    found = words_of(record)
    known = set(SearchWord.objects.filter(word__in=found).values_list("word", flat=True))
    new = [SearchWord(word=word, near=near(word)) for word in sorted(found - known)]
    SearchWord.objects.bulk_create(new, ignore_conflicts=True)


def closest_word(word: str) -> str | None:
    """The word closest to a mistyped one, or None; of equally close words the more frequent."""
    small = letters_of(word)
    if not (SHORTEST <= len(small) <= LONGEST and small.isalpha()):
        return None
    rows = SearchWord.objects.filter(near__overlap=near(small)).exclude(word=small)
    counts = dict(rows.order_by("-article_count")[:NEIGHBOURS].values_list("word", "article_count"))
    return nearest(small, counts)


def nearest(word: str, counts: Mapping[str, int]) -> str | None:
    most = ERRORS if len(word) >= LONG_WORD else 1
    plainly = plain_letters(word)
    ranked = [
        (OSA.distance(plainly, plain_letters(other)), OSA.distance(word, other), -count, other)
        for other, count in counts.items()
    ]
    return min(ranked)[3] if ranked and min(ranked)[0] <= most else None

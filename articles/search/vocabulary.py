"""The kept table of words: of what was mistyped, the word that was meant.

Only words of released records come in. A word may outlive its article; it is offered only where
it finds something.
"""

from __future__ import annotations

from collections.abc import Mapping

from rapidfuzz.distance import OSA

from articles.models import SearchWord
from articles.records.record import Record
from articles.search.printed import LONGEST, SHORTEST, near, plain_letters, words_of
from articles.search.word_keys import letters_of

ERRORS = 2  # in a long word; one in a short one
LONG_WORD = 8
NEIGHBOURS = 200  # compared letter by letter


def keep_words(record: Record) -> None:
    """Adds those that are new; how often each occurs is counted anew by rebuild_search."""
    found = words_of(record)
    known = set(SearchWord.objects.filter(word__in=found).values_list("word", flat=True))
    new = [SearchWord(word=word, near=near(word)) for word in sorted(found - known)]
    SearchWord.objects.bulk_create(new, ignore_conflicts=True)


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
    plainly = plain_letters(word)
    ranked = [
        (OSA.distance(plainly, plain_letters(other)), OSA.distance(word, other), -count, other)
        for other, count in counts.items()
    ]
    return min(ranked)[3] if ranked and min(ranked)[0] <= most else None

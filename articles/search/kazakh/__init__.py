"""A light stemmer of Kazakh: a word in, its key out, the same for all forms of the word.

The key is for comparing and never shown, so it may be shorter than any root; what counts is
that дипломатия and дипломатиясындағы share it. docs/search.md tells how it is reached.
"""

from functools import lru_cache

from articles.search.kazakh.roots import opened, root_key
from articles.search.kazakh.slots import stems

LONGEST_WORD = 64  # letters; longer ones are no words, and are compared as they stand
CYRILLIC = frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі")


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The key of one word: кітабымызда -> кіта; what is not Kazakh is only lower-cased."""
    word = word.lower()
    letters = word.replace("-", "")
    if not 1 < len(letters) <= LONGEST_WORD or not CYRILLIC.issuperset(letters):
        return word
    return min(map(root_key, stems(opened(letters))), key=lambda key: (len(key), key))

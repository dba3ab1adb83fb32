"""`stem()`: a Kazakh word in, its key out, which is the same for all forms of the word.

The key is for comparing and never shown, so it may be shorter than any root; what counts is
that дипломатия and дипломатиясындағы share it. docs/search.md tells how it is reached.
"""

from functools import lru_cache

from articles.search.kazakh.grammar import KAZAKH, TYPED_PLAINLY, Grammar
from articles.search.kazakh.roots import root_key, split_iotated
from articles.search.kazakh.slots import stems

LONGEST_WORD = 64  # letters; longer strings are not words and are compared unchanged
CACHED_WORDS = 30_000  # about 6 MB
CYRILLIC = frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі")


def stem(word: str) -> str:
    """The key of a word: кітабымызда -> кіта. A word that is not Kazakh is only lower-cased."""
    word = word.lower()
    letters = word.replace("-", "")
    return kazakh_key(letters) if is_word(letters) else word


def stem_plainly(word: str) -> str:
    """The key of a word in folded letters, with folded suffixes: билимнин -> бил."""
    return plain_key(word) if is_word(word) else word


def is_word(letters: str) -> bool:
    return 1 < len(letters) <= LONGEST_WORD and CYRILLIC.issuperset(letters)


@lru_cache(maxsize=CACHED_WORDS)
def kazakh_key(letters: str) -> str:
    return shortest(split_iotated(letters), KAZAKH)


@lru_cache(maxsize=CACHED_WORDS)
def plain_key(letters: str) -> str:
    return shortest(letters, TYPED_PLAINLY)


def shortest(word: str, grammar: Grammar) -> str:
    """The shortest of the possible keys, which most forms of the word share."""
    keys = (root_key(rest, grammar) for rest in stems(word, grammar))
    return min(keys, key=lambda key: (len(key), key))

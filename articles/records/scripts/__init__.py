"""Letters: words, the look-alikes that creep into them, and the language that they tell."""

from articles.records.scripts.alphabets import (
    CONFUSABLE_PAIRS,
    KAZAKH_LETTERS,
    is_cyrillic,
    is_latin,
    letters_of,
)
from articles.records.scripts.lookalikes import fold_lookalikes, mixed_words
from articles.records.scripts.numerals import cyrillic_numerals
from articles.records.scripts.words import Spot, Word, word_at, word_texts, words

__all__ = [
    "CONFUSABLE_PAIRS",
    "KAZAKH_LETTERS",
    "Spot",
    "Word",
    "cyrillic_numerals",
    "fold_lookalikes",
    "is_cyrillic",
    "is_latin",
    "letters_of",
    "mixed_words",
    "word_at",
    "word_texts",
    "words",
]

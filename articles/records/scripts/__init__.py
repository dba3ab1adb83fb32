"""Scripts and words: tokens, look-alike letters, the language that letters show."""

from articles.records.scripts.alphabets import (
    CONFUSABLE_PAIRS,
    KAZAKH_LETTERS,
    is_cyrillic,
    is_latin,
    language_by_letters,
)
from articles.records.scripts.lookalikes import fold_lookalikes, mixed_words
from articles.records.scripts.numerals import cyrillic_numerals
from articles.records.scripts.words import Word, WordCorrection, word_at, word_texts, words

__all__ = [
    "CONFUSABLE_PAIRS",
    "KAZAKH_LETTERS",
    "Word",
    "WordCorrection",
    "cyrillic_numerals",
    "fold_lookalikes",
    "is_cyrillic",
    "is_latin",
    "language_by_letters",
    "mixed_words",
    "word_at",
    "word_texts",
    "words",
]

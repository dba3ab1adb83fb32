"""A light stemmer of Kazakh: `stem()` returns the same key for all forms of a word."""

from articles.search.kazakh.stemmer import LONGEST_WORD, stem, stem_plainly

__all__ = ["LONGEST_WORD", "stem", "stem_plainly"]

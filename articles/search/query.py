"""A parsed query: terms that an article must or must not have, as keys. Any engine can read it."""

from __future__ import annotations

from collections.abc import Collection, Iterator

import msgspec

from articles.search.word_keys import FOLDED_KAZAKH, FOLDED_RUSSIAN

FOLDED = (FOLDED_KAZAKH, FOLDED_RUSSIAN)


class WantedKeys(msgspec.Struct, frozen=True):
    """The keys that are highlighted in results, and the beginnings of keys."""

    keys: frozenset[str] = frozenset()
    beginnings: tuple[str, ...] = ()

    @property
    def without_folded(self) -> WantedKeys:
        """Without the folded keys."""
        exact = frozenset(key for key in self.keys if not key.startswith(FOLDED))
        return WantedKeys(exact, self.beginnings)

    @property
    def lookup_keys(self) -> Collection[str]:
        """A plain set if there are no beginnings: it is looked up for every word of a page."""
        return self if self.beginnings else self.keys

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and (
            key in self.keys or (bool(self.beginnings) and key.startswith(self.beginnings))
        )

    def __iter__(self) -> Iterator[str]:
        yield from self.keys
        yield from self.beginnings

    def __len__(self) -> int:
        return len(self.keys) + len(self.beginnings)


class Beginning(msgspec.Struct, frozen=True):
    """Any key that begins with these letters."""

    letters: str


class Phrase(msgspec.Struct, frozen=True):
    """Words one after another; each is any of its keys."""

    words: tuple[tuple[str, ...], ...]


Alternative = str | Beginning | Phrase  # what may stand for a term in an article; str is a key


class Term(msgspec.Struct, frozen=True):
    """One condition of a query: a word, phrase or code that must, or must not, be in an article.

    Any of its `alternatives` fulfils it. `keys` and `beginnings` are all that are in them, for
    ranking and highlights.
    """

    printed: str
    alternatives: tuple[Alternative, ...]
    keys: tuple[str, ...] = ()
    beginnings: tuple[str, ...] = ()
    is_excluded: bool = False
    is_phrase: bool = False
    is_minor: bool = False  # a function word
    is_code: bool = False

    @property
    def is_plain(self) -> bool:
        return not (self.is_excluded or self.is_phrase or self.is_minor or self.is_code)

    @property
    def is_letter(self) -> bool:
        return len(self.printed) == 1 and self.printed.isalpha()


class Query(msgspec.Struct, frozen=True):
    terms: tuple[Term, ...] = ()

    @property
    def required(self) -> tuple[Term, ...]:
        """The terms that a result must have. Function words count only if there are no others."""
        included = tuple(term for term in self.terms if not term.is_excluded)
        return tuple(term for term in included if not term.is_minor) or included

    @property
    def keys(self) -> list[str]:
        return list(dict.fromkeys(key for term in self.required for key in term.keys))

    @property
    def beginnings(self) -> list[str]:
        return list(dict.fromkeys(key for term in self.required for key in term.beginnings))

    @property
    def wanted_keys(self) -> WantedKeys:
        """The keys to highlight, without initials: they would mark every "с" and "а" of a text."""
        terms = [term for term in self.required if not term.is_letter] or self.required
        keys = frozenset(key for term in terms for key in term.keys)
        beginnings = tuple(beginning for term in terms for beginning in term.beginnings)
        return WantedKeys(keys, beginnings)

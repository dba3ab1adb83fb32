"""A parsed query: terms that an article must or must not have, as keys and as a tsquery."""

from __future__ import annotations

from collections.abc import Collection, Iterator

import msgspec

from articles.search.vectors import TITLE, quoted
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


class Term(msgspec.Struct, frozen=True):
    """One condition of a query: a word, phrase or code that must, or must not, be in an article."""

    printed: str
    tsquery: str
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
    def tsquery(self) -> str:
        """All conditions in PostgreSQL's notation; '' if nothing is required."""
        excluded = [f"!{term.tsquery}" for term in self.terms if term.is_excluded]
        required = [term.tsquery for term in self.required]
        return " & ".join([*required, *excluded]) if required else ""

    @property
    def keys(self) -> list[str]:
        return list(dict.fromkeys(key for term in self.required for key in term.keys))

    @property
    def beginnings(self) -> list[str]:
        return list(dict.fromkeys(key for term in self.required for key in term.beginnings))

    @property
    def ranking(self) -> str:
        """Any of its keys, for ts_rank, which then scores each key by itself."""
        keys = dict.fromkeys(key for term in self.required for key in term.keys)
        beginnings = dict.fromkeys(
            beginning for term in self.required for beginning in term.beginnings
        )
        return " | ".join([*map(lexeme, keys), *map(prefix, beginnings)])

    @property
    def in_title(self) -> str:
        """Any of its keys as the key of a word in a title."""
        keys = dict.fromkeys(key for term in self.required for key in term.keys)
        beginnings = dict.fromkeys(
            beginning for term in self.required for beginning in term.beginnings
        )
        ways = [lexeme(TITLE + key) for key in keys]
        return " | ".join([*ways, *(f"{lexeme(TITLE + beginning)}:*" for beginning in beginnings)])

    @property
    def wanted_keys(self) -> WantedKeys:
        """The keys to highlight, without initials: they would mark every "с" and "а" of a text."""
        terms = [term for term in self.required if not term.is_letter] or self.required
        keys = frozenset(key for term in terms for key in term.keys)
        beginnings = tuple(beginning for term in terms for beginning in term.beginnings)
        return WantedKeys(keys, beginnings)


def any_of(keys: tuple[str, ...]) -> str:
    return f"({' | '.join(map(lexeme, keys))})"


def lexeme(key: str) -> str:
    return f"'{quoted(key)}'"


def prefix(key: str) -> str:
    """A lexeme that begins with the key, in PostgreSQL's notation."""
    return f"{lexeme(key)}:*"

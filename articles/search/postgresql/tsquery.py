"""A query in the notation of PostgreSQL's tsquery."""

from __future__ import annotations

from collections.abc import Iterable

from articles.search.query import Alternative, Beginning, Phrase, Query, Term
from articles.search.vectors import TITLE, quoted


def matching(query: Query) -> str:
    """Return a tsquery of all conditions; '' if nothing is required."""
    excluded = [f"!{any_alternative(term)}" for term in query.terms if term.is_excluded]
    required = [any_alternative(term) for term in query.required]
    return " & ".join([*required, *excluded]) if required else ""


def ranking(query: Query) -> str:
    """Return a tsquery of any of the keys, for ts_rank, which then scores each key by itself."""
    return " | ".join([*map(lexeme, query.keys), *map(prefix, query.beginnings)])


def in_title(query: Query) -> str:
    """Return a tsquery of articles with all the words, one of them in the title.

    The index answers this alone: a phrase is here only its words, in any order.
    """
    alternatives = [lexeme(TITLE + key) for key in query.keys]
    alternatives += [prefix(TITLE + beginning) for beginning in query.beginnings]
    return " & ".join(
        [
            f"({' | '.join(alternatives)})",
            *(any_alternative(term, " & ") for term in query.required),
        ]
    )


def any_alternative(term: Term, in_phrase: str = " <-> ") -> str:
    return f"({' | '.join(alternative(one, in_phrase) for one in term.alternatives)})"


def alternative(one: Alternative, in_phrase: str) -> str:
    """`in_phrase` stands between the words of a phrase."""
    if isinstance(one, Phrase):
        return f"({in_phrase.join(map(any_of, one.words))})"
    return prefix(one.letters) if isinstance(one, Beginning) else lexeme(one)


def any_of(keys: Iterable[str]) -> str:
    return f"({' | '.join(map(lexeme, keys))})"


def lexeme(key: str) -> str:
    return f"'{quoted(key)}'"


def prefix(key: str) -> str:
    """A lexeme that begins with the key."""
    return f"{lexeme(key)}:*"

"""What narrows a search, as the address of a page says it: several values of a kind are "or"."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

KINDS = ("journal", "year", "language", "section", "author", "keyword")
MOST_VALUES = 20
LONGEST = 300


class Filters(msgspec.Struct, frozen=True, kw_only=True):
    """`author` is the number of a person or a name, `keyword` a term, both as facets give them."""

    journal: tuple[str, ...] = ()  # slugs
    year: tuple[str, ...] = ()
    language: tuple[str, ...] = ()
    section: tuple[str, ...] = ()
    author: tuple[str, ...] = ()
    keyword: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return any(getattr(self, kind) for kind in KINDS)

    def with_values(self, kind: str, values: tuple[str, ...]) -> Filters:
        return msgspec.structs.replace(self, **{kind: values})

    def without(self, kind: str) -> Filters:
        return self.with_values(kind, ())

    def conditions(self) -> tuple[list[str], list[Any]]:
        """SQL on `searched`, and its values."""
        conditions, values = [], []
        for kind in KINDS:
            if asked := getattr(self, kind):
                condition, readings = CONDITIONS[kind]
                conditions.append(condition)
                values += [reading(asked) for reading in readings]
        return conditions, values


def numbers(asked: tuple[str, ...]) -> list[int]:
    """Only what can be one: nothing is found for the rest."""
    return [int(one) for one in asked if one.isascii() and one.isdecimal() and len(one) < 10]


def folded(asked: tuple[str, ...]) -> list[str]:
    return [one.casefold() for one in asked]


# Each with a reading of what was asked for each of its values.
CONDITIONS: dict[str, tuple[str, tuple[Callable[[tuple[str, ...]], list[Any]], ...]]] = {
    "journal": (
        "searched.journal_id IN (SELECT id FROM articles_journal WHERE slug = ANY(%s))",
        (list,),
    ),
    "year": (
        """(searched.issue_id IN (SELECT id FROM articles_issue WHERE year = ANY(%s))
        OR searched.issue_id IS NULL
        AND extract(year FROM searched.published_on)::int = ANY(%s))""",
        (numbers, numbers),
    ),
    "language": ("searched.language = ANY(%s)", (list,)),
    "section": ("searched.section_id = ANY(%s)", (numbers,)),
    "author": (
        """searched.article_id IN (
            SELECT listing_id FROM articles_listingkey WHERE kind = 'author' AND key = ANY(%s)
            UNION SELECT listing_id FROM articles_listingkey WHERE author_id = ANY(%s)
        )""",
        (folded, numbers),
    ),
    "keyword": (
        """searched.article_id IN (
            SELECT listing_id FROM articles_listingkey WHERE kind = 'keyword' AND key = ANY(%s)
        )""",
        (folded,),
    ),
}

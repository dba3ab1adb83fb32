"""Search filters, as the address of the page has them; values of one kind are alternatives."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

KINDS = ("journal", "year", "language", "section", "author", "keyword")
MOST_VALUES = 20
LONGEST = 300


class Filters(msgspec.Struct, frozen=True, kw_only=True):
    """`author` is a key or a name, `keyword` a term, both as facets return them."""

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
        """SQL conditions on the table alias `searched`, and their values."""
        conditions, values = [], []
        for kind in KINDS:
            if selected := getattr(self, kind):
                condition, converters = CONDITIONS[kind]
                conditions.append(condition)
                values += [convert(selected) for convert in converters]
        return conditions, values


def numbers(values: tuple[str, ...]) -> list[int]:
    """The values that are whole numbers; the others match nothing."""
    return [
        int(value) for value in values if value.isascii() and value.isdecimal() and len(value) < 10
    ]


def folded(values: tuple[str, ...]) -> list[str]:
    return [value.casefold() for value in values]


# SQL for each kind, with a function for each placeholder that converts the selected values.
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
            UNION SELECT listing_id FROM articles_listingkey WHERE author_id = ANY(ARRAY(
                SELECT coalesce(merged_into_id, id) FROM articles_author WHERE id = ANY(%s)
            ))
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

"""Search filters as conditions of SQL."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from articles.search.filters import KINDS, Filters


def conditions_of(filters: Filters) -> tuple[list[str], list[Any]]:
    """Conditions on the table alias `searched`, and their values."""
    conditions, values = [], []
    for kind in KINDS:
        if selected := getattr(filters, kind):
            condition, converters = CONDITIONS[kind]
            conditions.append(condition)
            values += [convert(selected) for convert in converters]
    return conditions, values


def numbers(values: tuple[str, ...]) -> list[int]:
    """The values that are whole numbers; the others match nothing."""
    return [
        int(value) for value in values if value.isascii() and value.isdecimal() and len(value) < 10
    ]


def fold_case(values: tuple[str, ...]) -> list[str]:
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
        (fold_case, numbers),
    ),
    "keyword": (
        """searched.article_id IN (
            SELECT listing_id FROM articles_listingkey WHERE kind = 'keyword' AND key = ANY(%s)
        )""",
        (fold_case,),
    ),
}

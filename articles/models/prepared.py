"""A question that a queryset words once and a page asks with other values each time.

Wording a query costs Django more than PostgreSQL needs to answer it; public pages ask the same few.
"""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any, cast

from django.db import connection
from django.db.models import QuerySet


class Prepared:
    """`wording` is given one example a value; an example must be like no constant of the query."""

    def __init__(
        self, columns: Sequence[str], wording: Callable[..., QuerySet[Any, Any]], *examples: Any
    ) -> None:
        self.columns = columns
        self.wording = wording
        self.examples = examples
        self.make: Callable[[Any], Any] | None = None

    @cached_property
    def worded(self) -> tuple[str, list[Any], dict[int, int]]:
        """The SQL, its values, and which of them (by place) is which of ours."""
        queryset = self.wording(*self.examples).values_list(*self.columns)
        sql, values = queryset.query.sql_with_params()
        ours = {
            place: self.examples.index(value)
            for place, value in enumerate(values)
            if value in self.examples
        }
        return sql, list(values), ours

    def rows(self, *values: Any) -> list[Any]:
        """Named as the database names the columns: modeltranslation may put them in any order."""
        sql, constants, ours = self.worded
        given = [values[ours[at]] if at in ours else value for at, value in enumerate(constants)]
        with connection.cursor() as cursor:
            cursor.execute(sql, given)
            if self.make is None:
                names = [column.name for column in cursor.description]
                self.make = row_maker(names)
            return [self.make(row) for row in cursor.fetchall()]

    def row(self, *values: Any) -> Any | None:
        return next(iter(self.rows(*values)), None)


def row_maker(names: list[str]) -> Callable[[Any], Any]:
    row_type: Any = namedtuple("row_type", names)  # type: ignore[misc]  # known when it is asked
    return cast("Callable[[Any], Any]", row_type._make)

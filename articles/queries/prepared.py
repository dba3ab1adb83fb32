"""A question that a queryset words once and a page asks with other values each time.

Wording a query costs Django more than PostgreSQL needs to answer it, and planning it costs
PostgreSQL more than answering; public pages ask the same few, so both is done once a connection.
"""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any, Generic, TypeVar, cast, overload

from django.db import connection
from django.db.backends.postgresql.base import ServerBindingCursor
from django.db.backends.utils import CursorWrapper
from django.db.models import QuerySet

Read = TypeVar("Read")


class Rows(Sequence[Read], Generic[Read]):
    """Rows as the database gave them, read into values when the first of these is wanted.

    A page made of nothing else is known again by them, and then need not be made.
    """

    def __init__(self, rows: list[Any], read: Callable[[Any], Read]) -> None:
        self.rows = rows
        self.read = read

    @cached_property
    def values(self) -> list[Read]:
        return [self.read(row) for row in self.rows]

    @overload
    def __getitem__(self, at: int) -> Read: ...
    @overload
    def __getitem__(self, at: slice) -> list[Read]: ...
    def __getitem__(self, at: int | slice) -> Read | list[Read]:
        return self.values[at]

    def __len__(self) -> int:
        return len(self.rows)


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
        with planned() as cursor:
            cursor.execute(sql, given)
            if self.make is None:
                names = [column.name for column in cursor.description]
                self.make = row_maker(names)
            return [self.make(row) for row in cursor.fetchall()]

    def row(self, *values: Any) -> Any | None:
        return next(iter(self.rows(*values)), None)


def planned() -> CursorWrapper:
    """A cursor whose statements PostgreSQL keeps with their plans, from the fifth time on.

    Django's own cursors write the values into the statement, which is then new to PostgreSQL.
    """
    connection.cursor().close()  # opens or checks the connection, as Django does
    cursor: Any = ServerBindingCursor(connection.connection)  # type: ignore[call-arg]  # stubs
    make = connection.make_debug_cursor if connection.queries_logged else connection.make_cursor
    return make(cursor)


def row_maker(names: list[str]) -> Callable[[Any], Any]:
    row_type: Any = namedtuple("row_type", names)  # type: ignore[misc]  # known when it is asked
    return cast("Callable[[Any], Any]", row_type._make)

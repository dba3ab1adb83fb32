"""The rows of the article form as data that was sent: read, filled and added."""

from __future__ import annotations

from collections.abc import Iterator

from django.http import QueryDict

from articles.records.languages import LANGUAGES, Language
from articles.records.names import Name

from ...numbers import parse_number
from ..form.row_sets import MAX_ROWS
from ..form.rows import PRESET

NAME_PARTS = (
    ("family_name", "family"),
    ("given_name", "given"),
    ("patronymic", "patronymic"),
    ("suffix", "suffix"),
)


class FormRow:
    """One row of the data; a value that was not sent is ''."""

    def __init__(self, data: QueryDict, prefix: str, place: int) -> None:
        self._data, self.prefix, self.place = data, f"{prefix}-{place}", place

    def input(self, name: str) -> str:
        return f"{self.prefix}-{name}"

    def get(self, name: str) -> str:
        return self._data.get(self.input(name), "").strip()

    def set(self, name: str, value: str) -> None:
        self._data[self.input(name)] = value

    @property
    def number(self) -> int:
        """The number that the row shows."""
        return parse_number(self.get("order")) or self.place + 1

    def is_deleted(self) -> bool:
        return bool(self.get("DELETE"))

    @property
    def marks(self) -> str:
        return self.get("marks")

    def names(self) -> Iterator[tuple[Language, Name]]:
        """The name in each language that has a family name."""
        for code in LANGUAGES:
            name = Name(**{part: self.get(f"{column}_{code}") for column, part in NAME_PARTS})
            if name.family:
                yield code, name


class FormRows:
    """The rows of one row set that stay, in the order of their numbers."""

    def __init__(self, data: QueryDict, prefix: str) -> None:
        self._data, self._prefix = data, prefix
        filled = set(filled_places(data, prefix))
        rows = [FormRow(data, prefix, place) for place in range(self._count())]
        rows = [row for row in rows if not row.is_deleted()]
        self._blank = [row for row in rows if row.place not in filled]
        self.filled = sorted(
            (row for row in rows if row.place in filled), key=lambda row: (row.number, row.place)
        )

    def _count(self) -> int:
        return min(parse_number(self._data.get(f"{self._prefix}-TOTAL_FORMS")), MAX_ROWS)

    def new_row(self) -> FormRow | None:
        """A blank row, or one more; None where there are as many as a form can have."""
        if self._blank:
            row = self._blank.pop(0)
        elif (count := self._count()) < MAX_ROWS:
            self._data[f"{self._prefix}-TOTAL_FORMS"] = str(count + 1)
            row = FormRow(self._data, self._prefix, count)
        else:
            return None
        if not row.get("order"):
            row.set("order", str(max((each.number for each in self.filled), default=0) + 1))
        self.filled.append(row)
        return row


def filled_places(data: QueryDict, prefix: str) -> Iterator[int]:
    """The places of the rows that have more than preset values."""
    for name in data:
        start, _dash, rest = name.partition("-")
        place, _dash, column = rest.partition("-")
        if start == prefix and column and column not in PRESET and data.get(name, "").strip():
            yield parse_number(place, -1)

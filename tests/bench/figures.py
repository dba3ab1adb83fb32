"""A figure beside its budget, as `make bench` prints it and var/bench.json keeps it."""

from __future__ import annotations

from typing import NamedTuple


class Figure(NamedTuple):
    """One line of the bench.

    `measure` is the unit: `hello_ratio` (CPU in units of an empty view), `queries`, `bytes`, `mb`,
    `pages`. `value` is None where something could not be measured; `note` then says why.
    """

    name: str
    measure: str
    value: float | None
    budget: float | None
    note: str = ""

    @property
    def is_over(self) -> bool:
        return None not in (self.value, self.budget) and self.value > self.budget

    def __str__(self) -> str:
        if self.value is None:
            return f"{self.name:30} {self.note}"
        budget = "" if self.budget is None else f"  of {self.budget:g}"
        mark = "  OVER" if self.is_over else ""
        return f"{self.name:30} {self.measure:12} {self.value:>9g}{budget}{mark}"

    def as_json(self) -> dict[str, str | float | None]:
        keys = ("name", "measure", "value", "budget")
        return {key: getattr(self, key) for key in (*keys, *(("note",) if self.note else ()))}

"""Why a file cannot be read: which record of it, which field or line, and what to mend."""

from __future__ import annotations

import re

import msgspec
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# What msgspec says, and how an editor is told of it.
SAYINGS: tuple[tuple[re.Pattern[str], str | Promise], ...] = (
    (
        re.compile("Object contains unknown field `(?P<name>.*)`"),
        _("There is no field “%(name)s” here. Look for a misspelt name."),
    ),
    (
        re.compile("Object missing required field `(?P<name>.*)`"),
        _("The field “%(name)s” is missing."),
    ),
    (
        re.compile("Invalid enum value (?P<value>.*)"),
        _("%(value)s is none of the values that are allowed here."),
    ),
    (
        re.compile("Expected `(?P<wanted>.*)`, got `(?P<found>.*)`"),
        _("Here stands a value of type %(found)s; it must be %(wanted)s."),
    ),
    (
        re.compile("Invalid RFC3339 .*"),
        _("This is no date. Write it as 2024-03-29."),
    ),
)
PLACE = re.compile(r"(?P<saying>.*?)(?: - at `(?:key in )?\$(?P<path>.*)`)?", re.DOTALL)


class Unreadable(ValueError):
    """A file that no record can be made of; nothing of it was taken.

    `field` is a path into the record, places counted from 1; `line` and `column` count from 1.
    """

    def __init__(
        self,
        message: str | Promise,
        *,
        field: str = "",
        record: int | None = None,
        line: int | None = None,
        column: int | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.field = field
        self.record = record
        self.line = line
        self.column = column

    def __str__(self) -> str:
        return ": ".join(str(part) for part in (*self._place(), self.message))

    def _place(self) -> tuple[str, ...]:
        places = (
            self.line and str(_("line %(line)d, column %(column)d")) % vars(self),
            self.record and str(_("record %(record)d")) % vars(self),
            self.field,
        )
        return tuple(place for place in places if place)


def misfit(error: msgspec.ValidationError) -> Unreadable:
    """msgspec's refusal in the reader's language, its path counted from 1."""
    found = PLACE.fullmatch(str(error))
    saying, path = (found["saying"], found["path"]) if found else (str(error), "")
    return Unreadable(told(saying), field=counted_from_one(path or ""))


def told(saying: str) -> str:
    for pattern, message in SAYINGS:
        if found := pattern.fullmatch(saying):
            return str(message) % found.groupdict()
    return saying


def counted_from_one(path: str) -> str:
    """`.authors[0].orcid` as findings write it: authors[1].orcid."""
    counted = re.sub(r"\[(\d+)\]", lambda place: f"[{int(place[1]) + 1}]", path)
    return counted.replace("[...]", "").removeprefix(".")

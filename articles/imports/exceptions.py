"""The exception for a file that cannot be read: where it is wrong, and what to do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

import msgspec
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# Messages of msgspec, and ours for an editor.
MESSAGES: tuple[tuple[re.Pattern[str], str | Promise], ...] = (
    (
        re.compile("Object contains unknown field `(?P<name>.*)`"),
        _("Unknown field “%(name)s”. Check the name for typos."),
    ),
    (
        re.compile("Object missing required field `(?P<name>.*)`"),
        _("The field “%(name)s” is missing."),
    ),
    (
        re.compile("Invalid enum value (?P<value>.*)"),
        _("%(value)s is not a valid choice."),
    ),
    (
        re.compile("Expected `(?P<wanted>.*)`, got `(?P<found>.*)`"),
        _("The value has type %(found)s; expected %(wanted)s."),
    ),
    (
        re.compile("Invalid RFC3339 .*"),
        _("This is not a date. Use the format 2024-03-29."),
    ),
)
MESSAGE_AND_PATH = re.compile(r"(?P<message>.*?)(?: - at `(?:key in )?\$(?P<path>.*)`)?", re.DOTALL)


class Unreadable(ValueError):
    """A file that cannot be read; nothing of it is used.

    `field` is a path into the record. `record` is the number of the article in the file, if it has
    several. All numbers count from 1.
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
            self._line(),
            self.record and str(_("record %(record)d")) % vars(self),
            self.field,
        )
        return tuple(place for place in places if place)

    def _line(self) -> str:
        """The line, with the column where that is known."""
        if not self.line:
            return ""
        place = _("line %(line)d, column %(column)d") if self.column else _("line %(line)d")
        return str(place) % vars(self)


@contextmanager
def article_of_file(number: int, count: int, line: int | None = None) -> Iterator[None]:
    """Let an Unreadable say which of several articles of a file it is about, and its line."""
    try:
        yield
    except Unreadable as error:
        error.record = number if count > 1 else None
        error.line = error.line or line
        raise


def from_validation_error(error: msgspec.ValidationError) -> Unreadable:
    """Return an error of msgspec in the active language, with the path counted from 1."""
    match = MESSAGE_AND_PATH.fullmatch(str(error))
    message, path = (match["message"], match["path"]) if match else (str(error), "")
    return Unreadable(translate(message), field=count_from_one(path or ""))


def translate(message: str) -> str:
    """Return our text for a message of msgspec, or the message itself if it is unknown."""
    for pattern, text in MESSAGES:
        if match := pattern.fullmatch(message):
            return str(text) % match.groupdict()
    return message


def count_from_one(path: str) -> str:
    """Return the path as findings write it: `authors[1].orcid` for `.authors[0].orcid`."""
    counted = re.sub(r"\[(\d+)\]", lambda place: f"[{int(place[1]) + 1}]", path)
    return counted.replace("[...]", "").removeprefix(".")

"""The cells of the review page: how a value of a record is typed, and read back."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import msgspec
from django.utils.translation import gettext_lazy as _

from articles.records import identifiers
from articles.records.cleaning import InvalidValue, clean_line, clean_text
from articles.records.diff import Path

from ..numbers import parse_number

NO_DATE = _("“%(text)s” is no date. Write it as 2024-03-29.")
NO_OPTION = _("Choose one of these.")
NO_MARKS = _("Numbers of affiliations, such as 1, 2.")


class Option(msgspec.Struct, frozen=True):
    value: str
    label: str


class Cell(msgspec.Struct, kw_only=True):
    """One input. `lines` are those of the manuscript that its value came from."""

    path: Path
    label: str
    kind: str = "text"
    language: str = ""
    typed: str = ""
    lines: tuple[int, ...] = ()
    sureness: str = ""
    note: str = ""
    error: str = ""
    options: tuple[Option, ...] = ()

    @property
    def name(self) -> str:
        return ".".join(map(str, self.path))

    @property
    def id(self) -> str:
        return "c-" + "-".join(map(str, self.path))

    @property
    def is_doubtful(self) -> bool:
        return bool(self.error or self.note) or self.sureness == "doubtful"

    @property
    def first_line(self) -> int | None:
        return self.lines[0] if self.lines else None

    @property
    def line_list(self) -> str:
        return " ".join(map(str, self.lines))


def shown(value: Any, kind: str) -> str:
    """A value of the record's tree as an editor types it."""
    if value is None:
        return ""
    if kind == "check":
        return "on" if value else ""
    if kind == "terms":
        return "\n".join(value)
    if kind in ("irsti", "udc"):
        return "; ".join(value)
    if kind == "marks":
        return ", ".join(map(str, value))
    return str(value)


def codes(normalise: Callable[[str], str]) -> Callable[[str], Any]:
    return lambda text: [
        normalise(code.strip()) for code in re.split(r"[;,\n]", text) if code.strip()
    ]


def terms(text: str) -> list[str]:
    """One a line, or between semicolons where they stand on one line."""
    rows = text.split(";") if "\n" not in text.strip() else text.splitlines()
    return [term for term in map(clean_line, rows) if term]


def day(text: str) -> str | None:
    try:
        return date.fromisoformat(text.strip()).isoformat() if text.strip() else None
    except ValueError as error:
        raise InvalidValue(NO_DATE, text=text) from error


def marks(text: str) -> list[int]:
    try:
        return [int(mark) for mark in re.split(r"[,;\s]+", text) if mark]
    except ValueError as error:
        raise InvalidValue(NO_MARKS) from error


def identifier(normalise: Callable[[str], str]) -> Callable[[str], str]:
    return lambda text: normalise(text.strip()) if text.strip() else ""


def key(text: str) -> int | None:
    return parse_number(text) or None


PARSERS: dict[str, Callable[[str], Any]] = {
    "text": clean_line,
    "area": clean_line,
    "html": clean_text,
    "terms": terms,
    "irsti": codes(identifiers.irsti),
    "udc": codes(identifiers.udc),
    "doi": identifier(identifiers.doi),
    "orcid": identifier(identifiers.orcid),
    "date": day,
    "marks": marks,
    "check": bool,
    "choice": str,
    "key": key,
}


def parsed(cell: Cell, typed: str) -> Any:
    """What was typed as the tree holds it; a refusal is written on the cell."""
    cell.typed, cell.error = typed, ""
    if cell.options and typed not in {option.value for option in cell.options}:
        cell.error = str(NO_OPTION)
        return None
    try:
        return PARSERS[cell.kind](typed)
    except InvalidValue as refusal:
        cell.error = str(refusal)
        return None

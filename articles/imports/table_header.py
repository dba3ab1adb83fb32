"""The heading of a table: below its caption, in one row, or in two, of which one has groups."""

from __future__ import annotations

import msgspec
from django.utils.translation import gettext as _

from .exceptions import Unreadable
from .table_columns import COLUMNS, IGNORED, column_of, language_of

Rows = list[tuple[int, list[str]]]  # with their lines
ROWS_MOST = 10  # before and in the heading
COLUMNS_LEAST = 3  # that are known, in a heading of other names than the template's


class Header(msgspec.Struct, frozen=True):
    """The template's names of the columns, IGNORED for one that is not read, and the rows below."""

    names: list[str]
    rows: Rows
    unknown: tuple[str, ...] = ()  # headings of columns that are not read


def read_header(rows: Rows) -> Header:
    """The heading; raises Unreadable for one that is wrong or not there."""
    found = find_header(rows)
    if found:
        check_columns(found.names)
        return found
    names = rows[0][1] if rows else []
    for name in filter(None, names):
        if name not in COLUMNS:
            raise Unreadable(_("The template has no such column. Check its name."), field=name)
    check_columns(names)
    if "language" not in names:
        raise Unreadable(_("This table does not have the columns of the template: language, …"))
    return Header(names, rows[1:])


def find_header(rows: Rows) -> Header | None:
    """The heading of an office's own table, None for a table with the template's names."""
    if not rows or "language" in rows[0][1]:
        return None
    for at, (_line, cells) in enumerate(rows[:ROWS_MOST]):
        below = rows[at + 1][1] if at + 1 < len(rows) else []
        is_double = is_below_groups(cells, below)
        headings = in_groups(cells, below) if is_double else cells
        names = [column_of(each, place) if each else "" for place, each in enumerate(headings)]
        if is_heading(names):
            unknown = (h for h, name in zip(headings, names, strict=True) if h and not name)
            return Header(
                [name or (IGNORED if each else "") for each, name in paired(headings, names)],
                rows[at + 1 + is_double :],
                tuple(unknown),
            )
    return None


def is_heading(names: list[str]) -> bool:
    known = [name for name in names if name and name != IGNORED]
    return len(known) >= COLUMNS_LEAST and any(name.startswith("title") for name in known)


def is_below_groups(cells: list[str], below: list[str]) -> bool:
    """Whether the row below divides groups of this one: `рус`, `англ` under `Автор`."""
    parts = [part for part in below if part]
    groups = [top for place, top in enumerate(cells) if top and column_of(top, place)]
    under_nothing = any(part and not top for top, part in paired(cells, below))
    return (
        bool(parts)
        and len(groups) > 1
        and under_nothing
        and all(len(part) <= 40 and (language_of(part) or column_of(part)) for part in parts)
    )


def in_groups(cells: list[str], below: list[str]) -> list[str]:
    """The headings of both rows together; a group reaches to the next one."""
    headings, group = [], ""
    for top, part in paired(cells, below):
        group = top or (group if part else "")
        headings.append(f"{group} {part}".strip())
    return headings


def paired(cells: list[str], below: list[str]) -> list[tuple[str, str]]:
    length = max(len(cells), len(below))
    filled = (row + [""] * (length - len(row)) for row in (cells, below))
    return list(zip(*filled, strict=True))


def check_columns(names: list[str]) -> None:
    """Raise Unreadable for a column that the table has twice."""
    for name in filter(None, names):
        if name != IGNORED and names.count(name) > 1:
            raise Unreadable(_("The table has this column twice."), field=name)

"""The three sides of a conflict as a reader sees them, what each changed marked word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Any

import msgspec
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.records.languages import LANGUAGES
from articles.records.merge import Conflict

from .key_names import NO_NAMES, Names
from .labels import PARTS
from .values import told

NAME_ORDER = ("family", "given", "patronymic")
NAME_KEYS = set(NAME_ORDER)
BYLINE = ("names", "collective", "marks", "orcid", "email")
HIDDEN = ("id", "path")  # of a file
# What says itself; all else stands behind its label.
PLAIN = {
    *("name", "unit", "city", "country", "ror", "text", "romanized", "type", "doi", "url"),
    *("funder", "funder_id", "award", "kind", "language", "size", "article_id"),
}
WORDS = re.compile(r"\w+|\s+|[^\w\s]")
TITLES: dict[str, Promise] = {
    "theirs": _("Theirs"),
    "mine": _("Mine"),
    "base": _("What both began from"),
}


class Piece(msgspec.Struct, frozen=True):
    """`mark` is "ins" or "del" against what both began from, or ''."""

    text: str
    mark: str = ""


class Side(msgspec.Struct, frozen=True):
    name: str
    title: Promise
    pieces: tuple[Piece, ...]


def sides_of(conflict: Conflict, names: Names = NO_NAMES) -> Iterator[Side]:
    texts = {name: readable(told(conflict.path, getattr(conflict, name), names)) for name in TITLES}
    base = texts["base"]
    for name in ("theirs", "mine"):
        yield Side(name, TITLES[name], tuple(marked(base, texts[name])))
    yield Side("base", TITLES["base"], (Piece(base),) if base else ())


def marked(before: str, after: str) -> Iterator[Piece]:
    """Word by word; whole lines first where there are many, so that long lists stay quick."""
    old, new = cut(before, after), cut(after, before)
    for tag, a, a_end, b, b_end in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Piece("".join(new[b:b_end]))
            continue
        if a < a_end:
            yield Piece("".join(old[a:a_end]), "del")
        if b < b_end:
            yield Piece("".join(new[b:b_end]), "ins")


def cut(text: str, other: str) -> list[str]:
    if len(text) + len(other) > 20_000:
        return text.splitlines(keepends=True)
    return WORDS.findall(text)


def readable(value: Any) -> str:
    """A part of a record's tree in words, an entry a line."""
    match value:
        case None:
            return ""
        case bool():
            return "✓" if value else "–"
        case list() if all(isinstance(one, str | int) for one in value):
            return ", ".join(map(str, value)) if is_short(value) else "\n".join(map(str, value))
        case list():
            return "\n".join(f"{n}. {readable(one)}" for n, one in enumerate(value, 1))
        case dict() if value and value.keys() <= NAME_KEYS:
            return " ".join(str(value[key]) for key in NAME_ORDER if value.get(key))
        case dict() if value.keys() <= set(LANGUAGES):
            return " / ".join(flat(value[code]) for code in LANGUAGES if code in value)
        case dict():
            return " · ".join(filter(None, pieces_of(value)))
    return str(value)


def is_short(values: list[Any]) -> bool:
    return all(isinstance(one, int) for one in values)


def pieces_of(row: dict[str, Any]) -> Iterator[str]:
    """A row of a record, or a group of its fields: all of it, what does not say itself labelled."""
    if "names" in row or "collective" in row:
        yield byline(row)
        row = {key: value for key, value in row.items() if key not in BYLINE}
    for key, value in row.items():
        if key not in HIDDEN and (text := flat(value)):
            yield text if key in PLAIN else f"{PARTS.get(key, key)}: {text}"


def byline(row: dict[str, Any]) -> str:
    written = flat(row.get("names") or row.get("collective"))
    marks = f" ({flat(row['marks'])})" if row.get("marks") else ""
    codes = (row.get("orcid", ""), row.get("email", ""))
    return ", ".join(filter(None, (f"{written}{marks}", *codes)))


def flat(value: Any) -> str:
    """On one line."""
    if isinstance(value, list):
        return ", ".join(map(flat, value))
    return " ".join(readable(value).split("\n"))

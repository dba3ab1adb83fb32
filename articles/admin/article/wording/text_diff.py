"""Values as text, compared word by word: the sides of a conflict, before and after a change."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Any

import msgspec
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.records.field_labels import PART_LABELS
from articles.records.languages import LANGUAGES
from articles.records.merge import Conflict

from .key_names import NO_NAMES, KeyNames
from .values import display_change

NAME_ORDER = ("family", "given", "patronymic", "suffix")
NAME_KEYS = set(NAME_ORDER)
BYLINE = ("names", "collective", "marks", "orcid", "email")
HIDDEN = ("id", "path")  # of a file
# Parts of a row that need no label to be understood.
UNLABELLED = {
    *("name", "unit", "city", "country", "ror", "text", "romanized", "type", "doi", "url"),
    *("funder", "funder_id", "award", "kind", "language", "size", "article_id"),
}
WORDS = re.compile(r"\w+|\s+|[^\w\s]")
LONG = 20_000  # characters of both texts, above which lines are compared, not words
SIDES: dict[str, Promise] = {
    "theirs": _("Their version"),
    "mine": _("My version"),
    "base": _("Original text"),
}


class Piece(msgspec.Struct, frozen=True):
    """`mark` is "ins" or "del" against the earlier text, or ''."""

    text: str
    mark: str = ""


class Side(msgspec.Struct, frozen=True):
    name: str
    title: Promise
    pieces: tuple[Piece, ...]


def conflict_sides(conflict: Conflict, names: KeyNames = NO_NAMES) -> Iterator[Side]:
    """Theirs and mine, compared with what both began from; and that."""
    texts = {
        name: as_text(display_change(conflict.path, getattr(conflict, name), names))
        for name in SIDES
    }
    base = texts["base"]
    for name in ("theirs", "mine"):
        yield Side(name, SIDES[name], tuple(text_diff(base, texts[name])))
    yield Side("base", SIDES["base"], (Piece(base),) if base else ())


def text_diff(before: str, after: str) -> Iterator[Piece]:
    old, new = split(before, after), split(after, before)
    for tag, a, a_end, b, b_end in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Piece("".join(new[b:b_end]))
            continue
        if a < a_end:
            yield Piece("".join(old[a:a_end]), "del")
        if b < b_end:
            yield Piece("".join(new[b:b_end]), "ins")


def split(text: str, other: str) -> list[str]:
    """Into words, or into lines where both texts are long: comparing words would be slow."""
    if len(text) + len(other) > LONG:
        return text.splitlines(keepends=True)
    return WORDS.findall(text)


def as_text(value: Any) -> str:
    """A part of a record's tree as text, one entry of a list a line."""
    match value:
        case None:
            return ""
        case bool():
            return "✓" if value else "–"
        case list() if all(isinstance(entry, int) for entry in value):
            return ", ".join(map(str, value))
        case list() if all(isinstance(entry, str | int) for entry in value):
            return "\n".join(map(str, value))
        case list():
            return "\n".join(f"{n}. {as_text(entry)}" for n, entry in enumerate(value, 1))
        case dict() if value and value.keys() <= NAME_KEYS:
            return " ".join(str(value[key]) for key in NAME_ORDER if value.get(key))
        case dict() if value.keys() <= set(LANGUAGES):
            return " / ".join(on_one_line(value[code]) for code in LANGUAGES if code in value)
        case dict():
            return " · ".join(filter(None, parts_as_text(value)))
    return str(value)


def parts_as_text(row: dict[str, Any]) -> Iterator[str]:
    """The parts of a row or a group of fields, with labels where they need them."""
    if "names" in row or "collective" in row:
        yield byline(row)
        row = {key: value for key, value in row.items() if key not in BYLINE}
    for key, value in row.items():
        if key not in HIDDEN and (text := on_one_line(value)):
            yield text if key in UNLABELLED else f"{PART_LABELS.get(key, key)}: {text}"


def byline(row: dict[str, Any]) -> str:
    written = on_one_line(row.get("names") or row.get("collective"))
    marks = f" ({on_one_line(row['marks'])})" if row.get("marks") else ""
    codes = (row.get("orcid", ""), row.get("email", ""))
    return ", ".join(filter(None, (f"{written}{marks}", *codes)))


def on_one_line(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(on_one_line, value))
    return " ".join(as_text(value).split("\n"))

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

from .choices import kind_named, named

NAME_ORDER = ("family", "given", "patronymic")
NAME_KEYS = set(NAME_ORDER)
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


def sides_of(conflict: Conflict) -> Iterator[Side]:
    base = readable(named(conflict.path, conflict.base))
    for name in ("theirs", "mine"):
        text = readable(named(conflict.path, getattr(conflict, name)))
        yield Side(name, TITLES[name], tuple(marked(base, text)))
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
        case dict() if value.keys() <= NAME_KEYS:
            return " ".join(str(value[key]) for key in NAME_ORDER if value.get(key))
        case dict():
            return row_text(value)
    return str(value)


def is_short(values: list[Any]) -> bool:
    return all(isinstance(one, int) for one in values)


def row_text(row: dict[str, Any]) -> str:
    """An author, an affiliation, a reference or a text in its languages."""
    if "names" in row or "collective" in row:
        names = row.get("names") or row.get("collective") or {}
        marks = row.get("marks", ())
        written = " / ".join(readable(names[code]) for code in LANGUAGES if code in names)
        more = [row.get("orcid", ""), row.get("email", "")]
        signs = f" ({', '.join(map(str, marks))})" if marks else ""
        return ", ".join(filter(None, [f"{written}{signs}", *more]))
    if "text" in row or "romanized" in row:
        return " | ".join(filter(None, [row.get("text", ""), row.get("romanized", "")]))
    return " / ".join(filter(None, (flat(one) for one in kind_named(row).values())))


def flat(value: Any) -> str:
    return " ".join(readable(value).split("\n")) if not isinstance(value, bool) else ""

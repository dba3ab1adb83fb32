"""Parts of a record in words, and what changed between two of them marked word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Any

import msgspec

from articles.records.body import plain_body

WORDS = re.compile(r"\w+|\s+|[^\w\s]")
LONG = 20_000  # characters; beyond, whole lines are compared
ROW_ORDER = ("family", "given", "patronymic", "text", "romanized", "name", "names", "funder")


class Piece(msgspec.Struct, frozen=True):
    text: str
    mark: str = ""  # ins, del or ''


def readable(value: Any) -> str:
    match value:
        case None | "" | [] | {}:
            return ""
        case bool():
            return "✓" if value else "–"
        case str():
            return plain_body(value) if value.lstrip().startswith("<") else value
        case list() if all(isinstance(one, str | int) for one in value):
            return "; ".join(map(str, value))
        case list():
            return "\n".join(f"{place}. {readable(one)}" for place, one in enumerate(value, 1))
        case dict():
            fields = [*(key for key in ROW_ORDER if key in value), *value]
            parts = [readable(value[key]) for key in dict.fromkeys(fields)]
            return " ".join(filter(None, parts))
    return str(value)


def marked(before: str, after: str) -> Iterator[Piece]:
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
    if len(text) + len(other) > LONG:
        return text.splitlines(keepends=True)
    return WORDS.findall(text)

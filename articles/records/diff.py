"""What changed between two records, field by field and language by language."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Any

import msgspec

from .json import to_tree, without_facts
from .record import Record

Path = tuple[str | int, ...]
# Rows whose parts mean nothing apart: a file's name, size and place in storage are one thing.
WHOLE_ROWS = ("galleys", "relations")


class Change(msgspec.Struct, frozen=True):
    """One leaf that differs: `before` or `after` is None where it was added or taken away."""

    path: Path
    before: Any
    after: Any

    @property
    def field(self) -> str:
        """The path as findings write it: authors[2].names.kk.family."""
        return dotted(self.path)


def dotted(path: Path) -> str:
    """Places counted from 1."""
    text = "".join(f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in path)
    return text.removeprefix(".")


def changes(before: Record, after: Record) -> list[Change]:
    """All that differs, in the order of the fields; journal and issue facts are not compared."""
    return list(differences(comparable(before), comparable(after)))


def comparable(record: Record) -> dict[str, Any]:
    """The record's tree without what is attached when it is loaded."""
    tree = to_tree(without_facts(record))
    for author in tree.get("authors", ()):
        author.pop("codes", None)
    return tree


def is_whole(path: Path) -> bool:
    return len(path) == 2 and path[0] in WHOLE_ROWS


def differences(before: Any, after: Any, path: Path = ()) -> Iterator[Change]:
    if before == after:
        return
    if is_whole(path):
        yield Change(path, before, after)
    elif isinstance(before, dict) and isinstance(after, dict):
        for key in [*before, *(key for key in after if key not in before)]:
            yield from differences(before.get(key), after.get(key), (*path, key))
    elif isinstance(before, list) and isinstance(after, list):
        yield from list_differences(before, after, path)
    else:
        yield Change(path, before, after)


def list_differences(before: list[Any], after: list[Any], path: Path) -> Iterator[Change]:
    """Item by item where as many stand in place of as many; else what came and what went."""
    if len(before) == len(after):
        for place, (old, new) in enumerate(zip(before, after, strict=True)):
            yield from differences(old, new, (*path, place))
        return
    matcher = SequenceMatcher(a=keys(before), b=keys(after), autojunk=False)
    for tag, a, a_end, b, b_end in matcher.get_opcodes():
        if tag == "replace" and a_end - a == b_end - b:
            for place in range(a_end - a):
                yield from differences(before[a + place], after[b + place], (*path, b + place))
        elif tag != "equal":
            yield from (Change((*path, place), before[place], None) for place in range(a, a_end))
            yield from (Change((*path, place), None, after[place]) for place in range(b, b_end))


def keys(items: list[Any]) -> list[bytes]:
    """Items as something that can be hashed."""
    return [msgspec.json.encode(item, order="sorted") for item in items]

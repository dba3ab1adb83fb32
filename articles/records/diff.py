"""Differences between two records, by field and language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Any

import msgspec

from .json import to_tree, without_facts
from .record import Record

Path = tuple[str | int, ...]
PARTS = re.compile(r"\w+")
ALIKE = 0.5  # of the values: from here on a row is changed, not replaced
MOST_COMPARISONS = 2_500  # of rows; longer lists are compared without looking for changed rows
# Rows that are compared as a whole: a file's name, size and path belong together.
WHOLE_ROWS = ("galleys", "external_files", "relations")


class Change(msgspec.Struct, frozen=True):
    """One value that differs; `before` or `after` is None if it was added or removed."""

    path: Path
    before: Any
    after: Any

    @property
    def field(self) -> str:
        """The path as findings write it: authors[2].names.kk.family."""
        return format_path(self.path)


def format_path(path: Path) -> str:
    """Return a path with places counted from 1: authors[2].names.kk.family."""
    text = "".join(f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in path)
    return text.removeprefix(".")


def parse_path(text: str) -> Path:
    """`authors[2].names.kk` → ("authors", 1, "names", "kk"), as `format_path` writes it."""
    return tuple(int(part) - 1 if part.isdigit() else part for part in PARTS.findall(text))


def changes(before: Record, after: Record) -> list[Change]:
    """Return all differences in the order of the fields; journal and issue are not compared."""
    return list(differences(comparable(before), comparable(after)))


def comparable(record: Record) -> dict[str, Any]:
    """Return the record as a tree, without what is attached when it is loaded."""
    tree = to_tree(without_facts(record))
    for author in tree.get("authors", ()):
        author.pop("codes", None)
    return tree


def is_whole(path: Path) -> bool:
    """Whether a row is compared as a whole."""
    return len(path) == 2 and path[0] in WHOLE_ROWS


def differences(before: Any, after: Any, path: Path = ()) -> Iterator[Change]:
    """The changes between two trees."""
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
    """Item by item where both have equally many, else removed, added and changed items."""
    if len(before) == len(after):
        for place, (old, new) in enumerate(zip(before, after, strict=True)):
            yield from differences(old, new, (*path, place))
        return
    matcher = SequenceMatcher(a=hashable_items(before), b=hashable_items(after), autojunk=False)
    for tag, a, a_end, b, b_end in matcher.get_opcodes():
        if tag == "equal":
            continue
        pairs = paired_items(before, range(a, a_end), after, range(b, b_end))
        for place in range(a, a_end):
            if place not in pairs:
                yield Change((*path, place), before[place], None)
        new_places = {new: old for old, new in pairs.items()}
        for place in range(b, b_end):
            if place in new_places:
                yield from differences(before[new_places[place]], after[place], (*path, place))
            else:
                yield Change((*path, place), None, after[place])


def paired_items(
    before: list[Any], old_places: range, after: list[Any], new_places: range
) -> dict[int, int]:
    """The old items that are changed rather than removed, with the places of the new ones.

    All of them in their order where both sides have equally many, else rows, such as authors, that
    share at least half of their values.
    """
    if len(old_places) == len(new_places):
        return dict(zip(old_places, new_places, strict=True))
    pairs: dict[int, int] = {}
    if len(old_places) * len(new_places) > MOST_COMPARISONS:
        return pairs
    start = old_places.start
    for new in new_places:
        shares = {old: shared(before[old], after[new]) for old in range(start, old_places.stop)}
        best = max(shares, key=lambda old: shares[old], default=None)
        if best is not None and shares[best] >= ALIKE:
            pairs[best] = new
            start = best + 1
    return pairs


def shared(one: Any, other: Any) -> float:
    """The share of the values of two rows that are the same; 0 for what is no row."""
    if not (isinstance(one, dict) and isinstance(other, dict)):
        return 0
    values, others = set(leaves(one)), set(leaves(other))
    return len(values & others) / max(len(values), len(others), 1)


def leaves(tree: Any, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Every value of a tree with its path."""
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield from leaves(value, (*path, key))
    elif isinstance(tree, list):
        for place, value in enumerate(tree):
            yield from leaves(value, (*path, place))
    else:
        yield path, repr(tree)


def hashable_items(items: list[Any]) -> list[bytes]:
    """Return the items as something that can be hashed."""
    return [msgspec.json.encode(item, order="sorted") for item in items]

"""Three-way merge of records: theirs and mine, both edited from base."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import Any

import msgspec

from .diff import Change, Path, comparable, differences, format_path, hashable_items, is_whole
from .json import from_tree
from .record import Record

ABSENT: Any = None


class Conflict(msgspec.Struct, frozen=True):
    """A place that both sides changed differently; the editor has to choose."""

    path: Path
    base: Any
    theirs: Any
    mine: Any

    @property
    def field(self) -> str:
        """The path as findings write it: authors[2].names.kk.family."""
        return format_path(self.path)


class Merge(msgspec.Struct, frozen=True):
    """The merged record; at conflicts it holds mine, elsewhere the changes of both sides."""

    record: Record
    conflicts: tuple[Conflict, ...]
    from_theirs: tuple[Change, ...]  # changes of the other side that were merged without a conflict


def merge(base: Record, theirs: Record, mine: Record) -> Merge:
    """Return the changes of both sides together, with conflicts where they changed one place."""
    conflicts: list[Conflict] = []
    ours = comparable(mine)
    tree = merge_values(comparable(base), comparable(theirs), ours, (), conflicts)
    came = tuple(differences(ours, tree))
    return Merge(from_tree(tree), tuple(conflicts), came)


def merge_values(base: Any, theirs: Any, mine: Any, path: Path, conflicts: list[Conflict]) -> Any:
    """Return the merged value of one place; conflicts are added to `conflicts`."""
    if theirs in (base, mine):
        return mine
    if mine == base:
        return theirs
    if is_whole(path):
        conflicts.append(Conflict(path, base, theirs, mine))
        return mine
    if all(isinstance(side, dict) for side in (theirs, mine)) and isinstance(base, dict | None):
        return merge_mappings(base or {}, theirs, mine, path, conflicts)
    if all(isinstance(side, list) for side in (theirs, mine)) and isinstance(base, list | None):
        return merge_lists(base or [], theirs, mine, path, conflicts)
    conflicts.append(Conflict(path, base, theirs, mine))
    return mine


def merge_mappings(
    base: dict[str, Any],
    theirs: dict[str, Any],
    mine: dict[str, Any],
    path: Path,
    conflicts: list[Conflict],
) -> dict[str, Any]:
    """Return the merged mapping, key by key."""
    order = dict.fromkeys([*mine, *theirs, *base])
    values = {
        key: merge_values(
            base.get(key, ABSENT),
            theirs.get(key, ABSENT),
            mine.get(key, ABSENT),
            (*path, key),
            conflicts,
        )
        for key in order
    }
    return {key: value for key, value in values.items() if value is not ABSENT}


def merge_lists(
    base: list[Any], theirs: list[Any], mine: list[Any], path: Path, conflicts: list[Conflict]
) -> list[Any]:
    """Return the merged list: item by item if all are equally long, else by edits."""
    if len(base) == len(theirs) == len(mine):
        rows = enumerate(zip(base, theirs, mine, strict=True))
        return [merge_values(*sides, (*path, place), conflicts) for place, sides in rows]
    merged = merge_edits(base, theirs, mine)
    if merged is None:
        conflicts.append(Conflict(path, base, theirs, mine))
        return mine
    return merged


def merge_edits(base: list[Any], theirs: list[Any], mine: list[Any]) -> list[Any] | None:
    """Return a list with the edits of both sides, or None if they touch one place."""
    edits = sorted(
        [*edits_of(base, theirs), *edits_of(base, mine)], key=lambda edit: (edit[0], edit[1])
    )
    result: list[Any] = []
    at = 0
    previous = None
    for edit in edits:
        start, end, items = edit
        if edit == previous:  # both sides made the same edit
            continue
        if start < at or (previous and start == previous[0]):
            return None
        result += base[at:start] + items
        at, previous = end, edit
    return result + base[at:]


def edits_of(base: list[Any], side: list[Any]) -> list[tuple[int, int, list[Any]]]:
    """The edits from base to one side: start and end in base, and the new items."""
    matcher = SequenceMatcher(a=hashable_items(base), b=hashable_items(side), autojunk=False)
    return [
        (a, a_end, side[b:b_end])
        for tag, a, a_end, b, b_end in matcher.get_opcodes()
        if tag != "equal"
    ]

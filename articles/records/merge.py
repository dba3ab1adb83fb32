"""Three records into one: theirs and mine, where both began from base."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import Any

import msgspec

from .diff import Change, Path, comparable, differences, dotted, is_whole, keys
from .json import from_tree
from .record import Record

ABSENT: Any = None


class Conflict(msgspec.Struct, frozen=True):
    """One place that both changed, differently: the editor chooses."""

    path: Path
    base: Any
    theirs: Any
    mine: Any

    @property
    def field(self) -> str:
        return dotted(self.path)


class Merge(msgspec.Struct, frozen=True):
    """`record` holds mine where there is a conflict; nothing of theirs is lost elsewhere."""

    record: Record
    conflicts: tuple[Conflict, ...]
    from_theirs: tuple[Change, ...]  # what came in from the other side by itself


def merge(base: Record, theirs: Record, mine: Record) -> Merge:
    """Changes to different places stand together; to the same place, differently, conflict."""
    conflicts: list[Conflict] = []
    ours = comparable(mine)
    tree = merged(comparable(base), comparable(theirs), ours, (), conflicts)
    came = tuple(differences(ours, tree))
    return Merge(from_tree(tree), tuple(conflicts), came)


def merged(base: Any, theirs: Any, mine: Any, path: Path, conflicts: list[Conflict]) -> Any:
    if theirs in (base, mine):
        return mine
    if mine == base:
        return theirs
    if is_whole(path):
        conflicts.append(Conflict(path, base, theirs, mine))
        return mine
    if all(isinstance(side, dict) for side in (theirs, mine)) and isinstance(base, dict | None):
        return merged_mapping(base or {}, theirs, mine, path, conflicts)
    if all(isinstance(side, list) for side in (theirs, mine)) and isinstance(base, list | None):
        return merged_list(base or [], theirs, mine, path, conflicts)
    conflicts.append(Conflict(path, base, theirs, mine))
    return mine


def merged_mapping(
    base: dict[str, Any],
    theirs: dict[str, Any],
    mine: dict[str, Any],
    path: Path,
    conflicts: list[Conflict],
) -> dict[str, Any]:
    order = dict.fromkeys([*mine, *theirs, *base])
    values = {
        key: merged(
            base.get(key, ABSENT),
            theirs.get(key, ABSENT),
            mine.get(key, ABSENT),
            (*path, key),
            conflicts,
        )
        for key in order
    }
    return {key: value for key, value in values.items() if value is not ABSENT}


def merged_list(
    base: list[Any], theirs: list[Any], mine: list[Any], path: Path, conflicts: list[Conflict]
) -> list[Any]:
    if len(base) == len(theirs) == len(mine):
        rows = enumerate(zip(base, theirs, mine, strict=True))
        return [merged(*sides, (*path, place), conflicts) for place, sides in rows]
    woven = weave(base, theirs, mine)
    if woven is None:
        conflicts.append(Conflict(path, base, theirs, mine))
        return mine
    return woven


def weave(base: list[Any], theirs: list[Any], mine: list[Any]) -> list[Any] | None:
    """Both sides' insertions, removals and replacements, or None where they touch one place."""
    edits = sorted(
        [*edits_of(base, theirs), *edits_of(base, mine)], key=lambda edit: (edit[0], edit[1])
    )
    result: list[Any] = []
    at = 0
    previous = None
    for edit in edits:
        start, end, items = edit
        if edit == previous:  # both made it
            continue
        if start < at or (previous and start == previous[0]):
            return None
        result += base[at:start] + items
        at, previous = end, edit
    return result + base[at:]


def edits_of(base: list[Any], side: list[Any]) -> list[tuple[int, int, list[Any]]]:
    matcher = SequenceMatcher(a=keys(base), b=keys(side), autojunk=False)
    return [
        (a, a_end, side[b:b_end])
        for tag, a, a_end, b, b_end in matcher.get_opcodes()
        if tag != "equal"
    ]

"""What was found: a place in the record, its value, the lines it came from, and how sure it is."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Any

import msgspec


class Sureness(StrEnum):
    """How far a value can be trusted without looking."""

    CERTAIN = "certain"  # it has a label or a form that nothing else has
    LIKELY = "likely"  # told by its place
    DOUBTFUL = "doubtful"  # look at it


class Found(msgspec.Struct, frozen=True):
    """One value. `path` is as in the JSON: `title.kk`, `authors.0.email`, `bios.en.3`."""

    path: str
    value: Any
    lines: tuple[int, ...] = ()
    sureness: Sureness = Sureness.CERTAIN
    marked: str = ""  # a title or abstract with `<i> <b> <sub> <sup>`, where its print means much


def tree(found: Iterable[Found]) -> dict[str, Any]:
    """The values as nested objects and lists; the first of two values of one path stays."""
    root: dict[str, Any] = {}
    for each in found:
        node = root
        *way, last = each.path.split(".")
        for step in way:
            node = node.setdefault(step, {})
        node.setdefault(last, each.value)
    return _listed(root)


def _listed(node: Any) -> Any:
    """Objects whose keys are numbers become lists in the order of those numbers."""
    if not isinstance(node, dict):
        return node
    if node and all(key.isdigit() for key in node):
        return [_listed(node[key]) for key in sorted(node, key=int)]
    return {key: _listed(value) for key, value in node.items()}

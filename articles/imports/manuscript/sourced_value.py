"""A value read from a manuscript, with its source lines and how sure it is."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Any

import msgspec


class Sureness(StrEnum):
    """How far an editor can trust a value without looking at the manuscript."""

    CERTAIN = "certain"  # it has a label, or a form that nothing else has
    LIKELY = "likely"  # by its position in the manuscript
    DOUBTFUL = "doubtful"  # an editor has to look


class SourcedValue(msgspec.Struct, frozen=True):
    """One value; `path` is its place in the JSON: `title.kk`, `authors.0.email`, `bios.en.3`."""

    path: str
    value: Any
    lines: tuple[int, ...] = ()
    sureness: Sureness = Sureness.CERTAIN
    # A title or abstract with `<i> <b> <sub> <sup>`, where these carry meaning. The JSON name is
    # that of stored readings (models.Manuscript.reading).
    markup: str = msgspec.field(default="", name="marked")


class SecondReading(msgspec.Struct, frozen=True):
    """The second type of a paragraph (`line_classifier.py`) and its lines, at least one."""

    line_type: str
    lines: tuple[int, ...]

    @property
    def key(self) -> str:
        """What identifies it within its manuscript: `12:affiliation`."""
        return f"{self.lines[0]}:{self.line_type}"


def build_tree(values: Iterable[SourcedValue]) -> dict[str, Any]:
    """Return the values as nested objects and lists; of two values with one path, the first."""
    root: dict[str, Any] = {}
    for value in values:
        node = root
        *steps, last = value.path.split(".")
        for step in steps:
            node = node.setdefault(step, {})
        node.setdefault(last, value.value)
    return _with_lists(root)


def _with_lists(node: Any) -> Any:
    """Turn objects whose keys are numbers into lists in the order of those numbers."""
    if not isinstance(node, dict):
        return node
    if node and all(key.isdigit() for key in node):
        return [_with_lists(node[key]) for key in sorted(node, key=int)]
    return {key: _with_lists(value) for key, value in node.items()}

"""Automatic numbers of lists in a Word file, which are printed but not in its text."""

from __future__ import annotations

import re
from collections import defaultdict

import msgspec
from lxml import etree

from articles.imports.readers.docx_xml import W, number, value

ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
NONE = ("", "none")


class Level(msgspec.Struct, frozen=True):
    """How one level of a list is numbered."""

    kind: str
    pattern: str
    start: int


class Lists:
    """Counts the paragraphs of each list in reading order."""

    def __init__(self, tree: etree._Element | None) -> None:
        self._levels = _levels(tree)
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)

    def label(self, list_id: str, level: int) -> str:
        """Return the label of the next paragraph of a list: '3.', '[3]', '2.1', '-', or ''."""
        levels = self._levels.get(list_id, {})
        if level not in levels or levels[level].kind in NONE:
            return ""
        if levels[level].kind == "bullet":
            return "-"
        counts = self._counts[list_id]
        counts[level] = counts.get(level, levels[level].start - 1) + 1
        for deeper in [each for each in counts if each > level]:
            del counts[deeper]
        return re.sub(r"%(\d)", lambda m: self._one(levels, counts, m), levels[level].pattern)

    @staticmethod
    def _one(levels: dict[int, Level], counts: dict[int, int], match: re.Match[str]) -> str:
        level = int(match[1]) - 1
        kind = levels[level].kind if level in levels else "decimal"
        return format_number(counts.get(level, 1), kind)


def format_number(count: int, kind: str) -> str:
    """Return a number in the format of the list: decimal, letters or Roman."""
    if kind.endswith("Letter"):
        text = chr(ord("a") + (count - 1) % 26)
    elif kind.endswith("Roman"):
        text, left = "", min(count, 39)
        for worth, sign in ROMAN:
            text, left = text + sign * (left // worth), left % worth
    else:
        return str(count)
    return text.upper() if kind.startswith("upper") else text


def _levels(tree: etree._Element | None) -> dict[str, dict[int, Level]]:
    if tree is None:
        return {}
    abstract_lists = {
        each.get(f"{W}abstractNumId") or "": {
            number(level.get(f"{W}ilvl") or ""): _level(level) for level in each.iter(f"{W}lvl")
        }
        for each in tree.iter(f"{W}abstractNum")
    }
    return {
        each.get(f"{W}numId") or "": abstract_lists.get(value(each, f"{W}abstractNumId"), {})
        for each in tree.iter(f"{W}num")
    }


def _level(element: etree._Element) -> Level:
    return Level(
        value(element, f"{W}numFmt") or "decimal",
        value(element, f"{W}lvlText")[:40],
        number(value(element, f"{W}start"), 1),
    )

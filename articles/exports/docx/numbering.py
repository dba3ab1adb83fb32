"""The lists of a Word file: one of bullets, one of numbers, and numbered ones that begin anew."""

from __future__ import annotations

from collections.abc import Sequence

from lxml.etree import _Element

from articles.exports.docx.xml import element, value_element

BULLETS, NUMBERS = "1", "2"  # the lists that styles name


def list_id(place: int) -> str:
    """Return the id of the first, the second … list that begins anew."""
    return str(place + int(NUMBERS))


def numbering_part(starts: Sequence[int]) -> _Element:
    """Return the part; `starts` are the first numbers of the lists that begin anew."""
    bullets = [level(depth, "bullet", "•") for depth in range(9)]
    numbers = [level(depth, "decimal", f"%{depth + 1}.") for depth in range(9)]
    return element(
        "w:numbering",
        element("w:abstractNum", *bullets, w_abstractNumId=BULLETS),
        element("w:abstractNum", *numbers, w_abstractNumId=NUMBERS),
        element("w:num", value_element("w:abstractNumId", BULLETS), w_numId=BULLETS),
        element("w:num", value_element("w:abstractNumId", NUMBERS), w_numId=NUMBERS),
        *(list_from(start, list_id(place)) for place, start in enumerate(starts, 1)),
    )


def list_from(start: int, key: str) -> _Element:
    """Return a numbered list that begins with `start`, and its lists inside with 1."""
    overrides = (
        element("w:lvlOverride", value_element("w:startOverride", str(first)), w_ilvl=str(depth))
        for depth, first in enumerate((start, *[1] * 8))
    )
    return element("w:num", value_element("w:abstractNumId", NUMBERS), *overrides, w_numId=key)


def level(depth: int, kind: str, text: str) -> _Element:
    indent = {"w_left": str(454 * (depth + 1)), "w_hanging": "454"}
    return element(
        "w:lvl",
        value_element("w:start", "1"),
        value_element("w:numFmt", kind),
        value_element("w:lvlText", text),
        value_element("w:lvlJc", "left"),
        element("w:pPr", element("w:ind", **indent)),
        w_ilvl=str(depth),
    )

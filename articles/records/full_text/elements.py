"""Elements of a full text as exports read them: their parts in order, and values of attributes."""

from __future__ import annotations

from urllib.parse import unquote

from lxml.etree import _Element

Part = str | _Element

LONGEST_NUMBER = 5  # digits


def inside(element: _Element) -> list[Part]:
    """Return the text and the elements that an element holds, in order."""
    parts: list[Part] = [element.text or ""]
    for child in element:
        parts += [child, child.tail or ""]
    return parts


def number_in(element: _Element, name: str) -> int | None:
    """Return the whole number in an attribute, such as `colspan`; None if it has no short one."""
    value = element.get(name, "")
    is_number = value.isascii() and value.isdigit() and len(value) <= LONGEST_NUMBER
    return int(value) if is_number else None


def picture_name(element: _Element) -> str:
    """Return the file name of the picture that `<img>` shows."""
    return unquote(element.get("src", "").rpartition("/")[2])

"""Word's lists, which are paragraphs on the clipboard: each names its list, level and sign."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

import msgspec
from lxml.etree import _Element

from articles.imports.readers.encodings import clean

from .markup import Clipboard, style_of

LEVEL = re.compile(r"(l\d+)\s+level(\d+)")
NUMBERED = re.compile(r"\(?(\d{1,4})[.)]?")
DEEPEST = 9


class Item(msgspec.Struct, frozen=True):
    """An item of a list; `kind` is ul, ol, or p where its number is no plain number."""

    level: int
    kind: str
    html: str
    label: str = ""
    start: int = 1

    @property
    def is_numbered(self) -> bool:
        return self.kind != "ul"


def item_of(element: _Element, clipboard: Clipboard) -> Item | None:
    """The place of a paragraph in its list, None where it stands in none."""
    match = LEVEL.search(style_of(element).get("mso-list", ""))
    if match is None or element.tag == "li":
        return None
    level = min(int(match[2]), DEEPEST)
    label = _label(element)
    if not label:
        format = clipboard.list_formats.get(f"{match[1]}:level{match[2]}", "bullet")
        return Item(level, "ul" if format == "bullet" else "ol", "")
    if number := NUMBERED.fullmatch(label):
        return Item(level, "ol", "", label, int(number[1]))
    is_number = any(sign.isalnum() for sign in label) and label != "o"
    return Item(level, "p" if is_number else "ul", "", label)


def _label(element: _Element) -> str:
    """The number or the sign that Word prints before the item."""
    for span in element.iter("span"):
        if style_of(span).get("mso-list") == "ignore":
            return clean("".join(str(text) for text in span.itertext())).strip()
    return ""


def lists_html(items: list[Item]) -> Iterator[tuple[str, str]]:
    """The kind (`list` or `p`) and the HTML of neighbouring items, deeper ones inside of others."""
    top = min(item.level for item in items)
    place = 0
    while place < len(items):
        first = items[place]
        end = place + 1
        while end < len(items) and (
            items[end].level > top or (items[end].kind == first.kind and first.level == top)
        ):
            end += 1
        yield from _run(items[place:end], first, top)
        place = end


def _run(items: list[Item], first: Item, top: int) -> Iterator[tuple[str, str]]:
    if first.level > top:
        yield from lists_html(items)
        return
    parts = [_with_inner(part) for part in _parts(items, top)]
    if first.kind == "p":
        for item, inner in parts:
            yield "p", f"{item.label} {item.html}"
            yield from inner
        return
    start = f' start="{first.start}"' if first.kind == "ol" and first.start != 1 else ""
    shown = "".join(f"<li>{item.html}{_inner_html(inner)}</li>" for item, inner in parts)
    yield "list", f"<{first.kind}{start}>{shown}</{first.kind}>"


def _parts(items: list[Item], top: int) -> Iterator[list[Item]]:
    """Each item of the top level with the deeper ones behind it."""
    part: list[Item] = []
    for item in items:
        if item.level == top and part:
            yield part
            part = []
        part.append(item)
    yield part


def _with_inner(part: list[Item]) -> tuple[Item, list[tuple[str, str]]]:
    return part[0], list(lists_html(part[1:])) if part[1:] else []


def _inner_html(inner: list[tuple[str, str]]) -> str:
    """Inner lists as they are, lettered items as paragraphs."""
    return "".join(
        "".join(f"<p>{html}</p>" if kind == "p" else html for _kind, html in group)
        for kind, group in groupby(inner, key=lambda pair: pair[0])
    )

"""Footnotes of a full text, taken out of it, and the places that call them.

A call of a note becomes an element with the attribute `note`; the first one of each also has
`first`, since a note stands at the foot of that page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml.etree import _Element

from articles.exports.typesetting.blocks import (
    Block,
    Equation,
    Figure,
    Heading,
    Listing,
    Paragraph,
    Quotation,
    Run,
    Runs,
    Table,
)
from articles.records.full_text.links import REFERENCE


def take_notes(root: _Element) -> tuple[dict[str, _Element], list[_Element]]:
    """Take the footnotes out of a text, and mark their calls.

    Return the called notes by name, and what holds those that no place calls.
    """
    sections = [each for each in root.iter("section") if each.get("id") == "footnotes"]
    notes = [each for part in sections for each in part.iter("li")]
    names = {f"#{note.get('id')}": str(place) for place, note in enumerate(notes, 1)}
    for section in sections:
        _detach(section)
    called: dict[str, _Element] = {}
    for link in root.iter("a"):
        name = names.get(link.get("href", ""))
        if name is None or not "".join(map(str, link.itertext())).strip():
            continue
        link.set("note", name)
        if name not in called:
            link.set("first", "")
            called[name] = notes[int(name) - 1]
    for note in called.values():
        _detach(note)
    return called, [each for each in sections if "".join(map(str, each.itertext())).strip()]


def mark_links(root: _Element, count: int) -> None:
    """Take the address from links to references that are not printed."""
    for link in root.iter("a"):
        href = link.get("href", "")
        match = REFERENCE.fullmatch(href)
        if href.startswith("#") and not (match and int(match[1]) <= count):
            del link.attrib["href"]


def lines(blocks: Iterable[Block]) -> Iterator[Runs]:
    """The paragraphs of a note; what else stands in it becomes paragraphs too."""
    for block in blocks:
        match block:
            case Paragraph() | Heading():
                yield block.runs
            case Equation():
                yield (Run(block.text, formula=block.formula),)
            case Figure():
                yield (*(Run(picture=name) for name in block.pictures), *block.caption)
            case Table():
                yield from (block.caption, *(cell.runs for cell in block.cells))
            case Quotation():
                yield from lines(block.blocks)
            case Listing():
                for entry in block.entries:
                    yield from lines(entry)


def _detach(element: _Element) -> None:
    """Take an element out of its parent, and leave the text behind it there."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return
    if before is not None:
        before.tail = (before.tail or "") + (element.tail or "")
    else:
        parent.text = (parent.text or "") + (element.tail or "")
    element.tail = None
    parent.remove(element)

"""Footnotes: links from the text to a note, and from the note back to each place."""

from __future__ import annotations

from collections import defaultdict

from lxml.etree import Element, SubElement, _Element

from .ids import Ids
from .labels import Labels
from .tree import put_space_before


def mark_notes(root: _Element, ids: Ids, labels: Labels) -> None:
    """Give the calls of notes ids, and each note a link back to every call of it."""
    sections = [each for each in root.iter("section") if each.get("id") == "footnotes"]
    for section in sections:
        _mark_section(section, labels)
    notes = [note for section in sections for note in section.iter("li") if note.get("id")]
    numbers = {f"#{note.get('id')}": place for place, note in enumerate(notes, 1)}
    calls: dict[str, list[str]] = defaultdict(list)
    for link in root.iter("a"):
        target = link.get("href", "")
        if target not in numbers or link.get("class"):
            continue
        name = ids.free(f"note{numbers[target]}-{len(calls[target]) + 1}")
        for key, value in (("id", name), ("class", "ref"), ("role", "doc-noteref")):
            link.set(key, value)
        calls[target].append(name)
    for note in notes:
        for name in calls[f"#{note.get('id')}"]:
            _add_way_back(note, name, labels)


def _mark_section(section: _Element, labels: Labels) -> None:
    heading = Element("h2", {"class": "sr"})
    heading.text = labels.notes
    labels.mark(heading)
    section.insert(0, heading)
    for listing in section.iterfind("ol"):
        listing.set("class", "notes")


def _add_way_back(note: _Element, name: str, labels: Labels) -> None:
    paragraphs = note.findall("p")
    place = paragraphs[-1] if paragraphs else note
    attributes = {"class": "back", "href": f"#{name}", "role": "doc-backlink"}
    link = SubElement(place, "a", {**attributes, "aria-label": labels.back})
    link.text = "↑"
    labels.mark(link)
    put_space_before(link, place)

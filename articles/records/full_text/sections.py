"""The headings of a full text: anchors, and the tree of sections for the contents."""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml.etree import SubElement, _Element

from ..romanization import romanize
from .ids import Ids
from .labels import Labels, text_of

NUMBER = re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,3})[.)]?\s")
NOT_IN_ID = re.compile(r"[^a-z0-9]+")
ID_CHARACTERS = 40
HEADINGS = ("h2", "h3", "h4")


class Section(NamedTuple):
    """A section in the contents, with those inside it."""

    id: str
    title: str
    sections: list[Section]


def mark_headings(root: _Element, ids: Ids, labels: Labels) -> list[Section]:
    """Give each heading an id and an anchor; return the sections of two levels."""
    tree: list[Section] = []
    for heading in list(root.iter(*HEADINGS)):
        title = text_of(heading)
        if not title:
            continue
        section = Section(ids.give(heading, section_id(title)), title, [])
        _add_anchor(heading, section.id, section_label(title), labels)
        if heading.tag == "h2" or not tree:
            tree.append(section)
        elif heading.tag == "h3":
            tree[-1].sections.append(section)
    return tree


def section_id(title: str) -> str:
    """By the number of a heading, `s2-1`, else by its words in Latin letters, `s-kirispe`.

    So it stays the same while the heading does, whatever else is changed.
    """
    if number := NUMBER.match(title):
        return f"s{number[1].replace('.', '-')}"
    latin = NOT_IN_ID.sub("-", romanize(title.lower(), "kk", "passport").lower())
    return f"s-{latin.strip('-')[:ID_CHARACTERS].strip('-')}"


def section_label(title: str) -> str:
    """The number of a section, else its title."""
    number = NUMBER.match(title)
    return number[1] if number else title


def _add_anchor(heading: _Element, name: str, label: str, labels: Labels) -> None:
    anchor = SubElement(heading, "a", {"class": "anchor", "href": f"#{name}"})
    sign = SubElement(anchor, "span", {"aria-hidden": "true"})
    sign.text = "#"
    words = SubElement(anchor, "span", {"class": "sr"})
    words.text = labels.section_link % label
    labels.mark(words)

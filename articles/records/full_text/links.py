"""Links of citations: each has an id, so that its reference can lead back to it."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import NamedTuple

from lxml.etree import _Element

from .ids import Ids
from .labels import text_of
from .sections import HEADINGS, NUMBER

REFERENCE = re.compile(r"#ref([1-9]\d{0,3})")
DASH = re.compile(r"\s*[-‐‑–—−]\s*")
SHOWN = 40  # characters of a heading without a number


class Mention(NamedTuple):
    """A place in the text that cites a reference: the id of its link, and its section."""

    id: str
    number: str  # of the section, '' if it has none
    title: str  # of a section without a number; '' before the first heading


def mark_citations(root: _Element, ids: Ids, count: int) -> dict[int, list[Mention]]:
    """Give the links to references ids; return the mentions of each reference.

    The references between the ends of [4–7] are mentioned at its beginning.
    """
    mentions: dict[int, list[Mention]] = defaultdict(list)
    number, title = "", ""
    previous: _Element | None = None
    last = 0
    for element in root.iter(*HEADINGS, "a"):
        if element.tag != "a":
            number, title = _section(element)
            continue
        match = REFERENCE.fullmatch(element.get("href", ""))
        reference = int(match[1]) if match else 0
        if not 0 < reference <= count:
            continue
        name = ids.free(f"cite{reference}-{len(mentions[reference]) + 1}")
        element.set("id", name)
        element.set("class", "ref")
        element.set("role", "doc-biblioref")
        mentions[reference].append(Mention(name, number, title))
        if previous is not None and _is_range(previous, element):
            for between in range(last + 1, reference):
                mentions[between].append(Mention(previous.get("id", ""), number, title))
        previous, last = element, reference
    return dict(mentions)


def _is_range(first: _Element, last: _Element) -> bool:
    return last.getprevious() is first and DASH.fullmatch(first.tail or "") is not None


def mark_cross_references(root: _Element) -> None:
    """Links to figures, tables and formulas are previewed as citations are."""
    targets = {f"#{name}" for element in root.iter("figure", "p") if (name := element.get("id"))}
    for link in root.iter("a"):
        if link.get("href") in targets and not link.get("class"):
            link.set("class", "ref")


def _section(heading: _Element) -> tuple[str, str]:
    title = text_of(heading)
    if number := NUMBER.match(title):
        return number[1], ""
    return "", title if len(title) <= SHOWN else f"{title[:SHOWN].rsplit(' ', 1)[0]} …"

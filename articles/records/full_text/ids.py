"""The ids of a full text: unique, and none that the page needs for its own parts."""

from __future__ import annotations

import re

from lxml.etree import _Element

# Ids of the page: those of its parts, of references, mentions and affiliations.
OF_THE_PAGE = re.compile(
    r"(?:main|menu|langs|q|abs|text|said|cite|ref|hist|res|contents|authors|ct|nt|no|peek|a|w)\d*"
    r"|(?:cite|note)\d+-\d+"
)
REFERENCE = re.compile(r"ref\d+")
SAFE = re.compile(r"[A-Za-z_][\w.:-]{0,80}")
PREFIX = "t-"


class Ids:
    """The ids that are taken."""

    def __init__(self) -> None:
        self.taken: set[str] = set()
        self._numbers: dict[str, int] = {}  # the last one of each name that was taken

    def give(self, element: _Element, wanted: str) -> str:
        """The id of an element; if it has none, it gets the wanted one, with a number if taken."""
        if not element.get("id"):
            element.set("id", self.free(wanted))
        return element.get("id", "")

    def free(self, wanted: str) -> str:
        name, number = wanted, self._numbers.get(wanted, 1)
        while name in self.taken:
            number += 1
            name = f"{wanted}-{number}"
        self._numbers[wanted] = number
        self.taken.add(name)
        return name


def tidy_ids(root: _Element) -> Ids:
    """Rename ids that the page has itself, take out doubled ones; links follow them."""
    ids = Ids()
    renamed: dict[str, str] = {}
    for element in root.iter():
        name = element.get("id")
        if not name:
            continue
        if not SAFE.fullmatch(name) or name in renamed or name in ids.taken:
            del element.attrib["id"]
        elif OF_THE_PAGE.fullmatch(name):
            renamed[name] = ids.free(PREFIX + name)
            element.set("id", renamed[name])
        else:
            ids.taken.add(name)
    for link in root.iter("a"):
        target = link.get("href", "").removeprefix("#")
        is_reference = REFERENCE.fullmatch(target) is not None
        if target in renamed and not is_reference and link.get("href", "").startswith("#"):
            link.set("href", f"#{renamed[target]}")
    return ids

"""Words in the reader's language that stand in a full text."""

from __future__ import annotations

from typing import NamedTuple

from lxml.etree import _Element, tostring


class Labels(NamedTuple):
    """The words; each `%s` is a number or a title."""

    language: str  # of the words, '' if it is that of the text
    section_link: str  # Link to section %s
    download: str  # Download the figure
    table: str  # Table %s
    formula: str  # Formula %s
    notes: str  # Notes
    back: str  # Back to the text

    def mark(self, element: _Element) -> None:
        """Say that a text or label of the element is in the reader's language."""
        if self.language:
            element.set("lang", self.language)


def text_of(element: _Element) -> str:
    """The text of an element, on one line."""
    return " ".join(tostring(element, method="text", encoding="unicode", with_tail=False).split())

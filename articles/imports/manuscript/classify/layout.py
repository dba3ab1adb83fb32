"""Which part of the manuscript each paragraph belongs to."""

from __future__ import annotations

from typing import Literal

from articles.imports.manuscript.labels.label import label_of
from articles.imports.manuscript.labels.phrases import Element
from articles.imports.manuscript.lines.paragraph import Paragraph

Zone = Literal[
    "", "code", "date", "aside", "contact", "references", "bios", "other", "abstract", "keywords",
    "header", "body", "pages",
]  # fmt: skip
# Labels of one line each, which neither open nor close a part.
SINGLE: dict[Element, Zone] = {
    "irsti": "code", "udc": "code", "doi": "code", "other_code": "aside", "article_type": "aside",
    "citation": "aside", "imprint": "aside", "pages": "aside", "correspondence": "contact",
    "email": "contact", "orcid": "contact", "received": "date", "revised": "date",
    "accepted": "date", "published": "date",
}  # fmt: skip
# Single lines may stand between the parts of one header or body.
PASSED: tuple[Zone, ...] = ("code", "date", "aside", "contact", "pages")
LISTS = frozenset(("references", "romanized"))
SECTIONS = frozenset(("contributions", "funding", "thanks", "conflict", "statement"))
FRONT = frozenset(("abstract", "keywords"))
CLOSING = LISTS | SECTIONS | FRONT | {"bios"}


class Outline:
    """The paragraphs with their labels and zones; steps fill in zones that are still empty."""

    def __init__(self, paragraphs: list[Paragraph]) -> None:
        self.paragraphs = paragraphs
        self.labels = [label_of(paragraph) for paragraph in paragraphs]
        self.zones: list[Zone] = [""] * len(paragraphs)

    def __len__(self) -> int:
        return len(self.paragraphs)

    def element(self, at: int) -> Element | None:
        label = self.labels[at] if at < len(self) else None
        return label.element if label else None

    def free(self, at: int) -> bool:
        return at < len(self) and not self.zones[at]

    def is_alone(self, at: int) -> bool:
        """A label with nothing after it."""
        label = self.labels[at]
        return label is not None and label.end >= len(self.paragraphs[at].text)

    def claim(self, start: int, end: int, zone: Zone) -> None:
        """Give the free paragraphs from start to before end to a zone."""
        for at in range(start, min(end, len(self))):
            if not self.zones[at]:
                self.zones[at] = zone

    def members(self, zone: Zone) -> list[int]:
        return [at for at, each in enumerate(self.zones) if each == zone]

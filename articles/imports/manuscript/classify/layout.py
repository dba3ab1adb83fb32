"""The layout of a manuscript: its paragraphs, each with its label and its zone."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from typing import Literal

from articles.imports.manuscript.classify.chain import Choice
from articles.imports.manuscript.labels.label import find_label
from articles.imports.manuscript.labels.phrases import Element
from articles.imports.manuscript.lines.paragraph import Paragraph, join_paragraphs, slice_paragraph

Zone = Literal[
    "", "code", "date", "aside", "contact", "references", "bios", "other", "abstract", "keywords",
    "header", "body", "pages",
]  # fmt: skip
# Labels of single lines, which neither begin nor end a part.
SINGLE_LINES: dict[Element, Zone] = {
    "irsti": "code", "udc": "code", "doi": "code", "other_code": "aside", "article_type": "aside",
    "citation": "aside", "imprint": "aside", "pages": "aside", "correspondence": "contact",
    "email": "contact", "orcid": "contact", "received": "date", "revised": "date",
    "accepted": "date", "published": "date",
}  # fmt: skip
# Zones of single lines, which may interrupt a header or a body.
SINGLE_ZONES: tuple[Zone, ...] = ("code", "date", "aside", "contact", "pages")
LIST_LABELS = frozenset(("references", "romanized"))
STATEMENT_LABELS = frozenset(("contributions", "funding", "thanks", "conflict", "statement"))
HEADER_LABELS = frozenset(("abstract", "keywords"))
PART_LABELS = LIST_LABELS | STATEMENT_LABELS | HEADER_LABELS | {"bios"}  # each begins a part


class Layout:
    """Paragraphs with their labels and zones, by place (0, 1 …).

    A zone is the part of the manuscript that a paragraph belongs to, "" while none is assigned.
    The steps of the classification assign zones to paragraphs that are still free.
    """

    def __init__(self, paragraphs: list[Paragraph]) -> None:
        self.paragraphs = paragraphs
        self.labels = [find_label(paragraph) for paragraph in paragraphs]
        self.zones: list[Zone] = [""] * len(paragraphs)
        self.choices: list[Choice] = []  # of the line classifier, one for each paragraph

    def __len__(self) -> int:
        return len(self.paragraphs)

    def element(self, at: int) -> Element | None:
        """Return what the label of a paragraph names, or None without a label."""
        label = self.labels[at] if at < len(self) else None
        return label.element if label else None

    def line_type(self, at: int) -> str:
        """Return what the line classifier took a paragraph for."""
        return self.choices[at].label

    def is_free(self, at: int) -> bool:
        """Whether there is a paragraph at this place, and it has no zone yet."""
        return at < len(self) and not self.zones[at]

    def is_bare_label(self, at: int) -> bool:
        """Whether a paragraph is a label with nothing after it."""
        label = self.labels[at]
        return label is not None and label.end >= len(self.paragraphs[at].text)

    def without_label(self, at: int) -> Paragraph:
        """Return a paragraph without its label."""
        label = self.labels[at]
        return slice_paragraph(self.paragraphs[at], label.end if label else 0)

    def single_lines(self, zone: Zone) -> Iterator[Paragraph]:
        """Yield the paragraphs of a zone; a label alone is joined to the paragraph below it."""
        above: list[Paragraph] = []  # a label alone
        for at in self.places_in(zone):
            above = [] if self.labels[at] else above
            line = join_paragraphs([*above, self.paragraphs[at]])
            above = [line] if self.is_bare_label(at) else []
            yield line

    def assign(self, places: Iterable[int], zone: Zone, over: tuple[Zone, ...] = ("",)) -> None:
        """Assign those of the places to a zone that are free, or in another zone of `over`."""
        for at in places:
            if self.zones[at] in over:
                self.zones[at] = zone

    def free_labels(self, elements: Container[str]) -> Iterator[int]:
        """Yield the places of the free paragraphs whose labels name one of these elements."""
        return (at for at in range(len(self)) if self.element(at) in elements and self.is_free(at))

    def part(self, start: int, end: int) -> Layout:
        """Return the paragraphs from `start` up to `end` as a layout, classified as they are."""
        part = Layout(self.paragraphs[start:end])
        part.zones, part.choices = self.zones[start:end], self.choices[start:end]
        return part

    def places_in(self, zone: Zone) -> list[int]:
        """Return the places of the paragraphs of a zone."""
        return [at for at, other in enumerate(self.zones) if other == zone]

"""The article itself: its sections with their paragraphs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from articles.imports.manuscript.classify.layout import PASSED, Outline
from articles.imports.manuscript.classify.paragraph_types import (
    TERMINAL,
    is_heading,
    is_prose,
    known_heading,
)
from articles.imports.manuscript.classify.run_in_headings import run_in
from articles.imports.manuscript.lines.paragraph import Paragraph

SHORTEST_PROSE = 60  # characters of a paragraph that is no row and no formula
SHORTEST = 300  # characters of a body


@dataclass
class Section:
    """A heading, '' before the first, and the paragraphs below it."""

    heading: str = ""
    heading_lines: tuple[int, ...] = ()
    paragraphs: list[Paragraph] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n\n".join(_cut_joined(self.paragraphs))

    @property
    def lines(self) -> tuple[int, ...]:
        below = (number for each in self.paragraphs for number in each.lines)
        return (*self.heading_lines, *below)


def claim_body(outline: Outline) -> None:
    """The largest stretch of what no other part has claimed."""
    stretches = list(_stretches(outline))
    if not stretches:
        return
    start, end = max(stretches, key=lambda pair: _size(outline, *pair))
    least = SHORTEST // 3 if _has_heading(outline, start, end) else SHORTEST
    if _size(outline, start, end) < least:
        return
    while start < end and not _can_begin(outline, start, end):
        start += 1
    outline.claim(start, end, "body")


def _stretches(outline: Outline) -> Iterator[tuple[int, int]]:
    """From one claimed part to the next; single lines of codes and contacts do not part them."""
    start: int | None = None
    for at in range(len(outline) + 1):
        parted = at == len(outline) or outline.zones[at] not in ("", *PASSED)
        if not parted and start is None:
            start = at
        elif parted and start is not None:
            yield start, at
            start = None


def _size(outline: Outline, start: int, end: int) -> int:
    return sum(len(outline.paragraphs[at].text) for at in range(start, end) if outline.free(at))


def _has_heading(outline: Outline, start: int, end: int) -> bool:
    return any(known_heading(outline.paragraphs[at].numbered) for at in range(start, end))


def _can_begin(outline: Outline, at: int, end: int) -> bool:
    """A body begins with a heading or with prose."""
    paragraph = outline.paragraphs[at]
    follows = at + 1 < end and is_prose(outline.paragraphs[at + 1])
    return outline.free(at) and (
        is_prose(paragraph) or (is_heading(paragraph, follows)) or len(paragraph.text) > 120
    )


def sections_of(outline: Outline) -> list[Section]:
    """The body cut at its headings, also at those that run in."""
    places = outline.members("body")
    sections = [Section()]
    for place, at in enumerate(places):
        paragraph = outline.paragraphs[at]
        follows = place + 1 < len(places)
        long_after = follows and len(outline.paragraphs[places[place + 1]].text) > 60
        if is_heading(paragraph, prose_follows=long_after) and not _is_item(paragraph):
            sections.append(Section(_tidy(paragraph.numbered), paragraph.lines))
            continue
        heading, rest = run_in(paragraph)
        if heading:
            sections.append(Section(_tidy(heading), paragraph.lines[:1]))
        sections[-1].paragraphs.append(rest)
    return [each for each in sections if each.heading or each.paragraphs]


def _is_item(paragraph: Paragraph) -> bool:
    return paragraph.text.startswith(("- ", "• ")) or paragraph.label == "-"


def _tidy(heading: str) -> str:
    return heading.strip().rstrip(".:").strip(" *")


def _cut_joined(paragraphs: list[Paragraph]) -> Iterator[str]:
    """Paragraphs that a page or a picture has cut are joined; lists stay with their items."""
    text, last = "", None
    for paragraph in paragraphs:
        shown = paragraph.numbered
        if last is None:
            text = shown
        elif paragraph.row and paragraph.row == last.row:
            text = f"{text} | {shown}"
        elif paragraph.row and last.row:
            text = f"{text}\n{shown}"
        elif _is_cut(last, paragraph):
            text = f"{text} {shown}"
        elif not paragraph.gap and not _are_prose(last, paragraph):
            text = f"{text}\n{shown}"
        else:
            yield text
            text = shown
        last = paragraph
    if text:
        yield text


def _are_prose(before: Paragraph, paragraph: Paragraph) -> bool:
    """Paragraphs that only an indent parts: one has ended, and another begins."""
    ended = TERMINAL.search(before.text.rstrip()) and not (_is_item(before) or _is_item(paragraph))
    return bool(ended) and min(len(before.text), len(paragraph.text)) > SHORTEST_PROSE


def _is_cut(before: Paragraph, paragraph: Paragraph) -> bool:
    """A sentence without an end, and no list item or caption after it."""
    if before.kind != "text" or paragraph.kind != "text" or _is_item(paragraph) or _is_item(before):
        return False
    if TERMINAL.search(before.text.rstrip()) or len(before.text) < 40:
        return False
    return paragraph.text[:1].islower() or len(before.text) > 80

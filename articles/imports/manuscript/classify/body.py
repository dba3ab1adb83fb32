"""Where the article's own text begins and ends."""

from __future__ import annotations

from collections.abc import Iterator

from articles.imports.manuscript.classify.headings import is_heading, is_known_heading
from articles.imports.manuscript.classify.layout import SINGLE_ZONES, Layout
from articles.imports.manuscript.classify.paragraph_types import is_prose

SHORTEST = 300  # characters of a body


def assign_body(layout: Layout) -> None:
    """Assign the longest stretch of paragraphs that no other part has taken."""
    stretches = list(_free_stretches(layout))
    if not stretches:
        return
    start, end = max(stretches, key=lambda pair: _length(layout, *pair))
    least = SHORTEST // 3 if _has_heading(layout, start, end) else SHORTEST
    if _length(layout, start, end) < least:
        return
    while start < end and not _can_begin(layout, start, end):
        start += 1
    layout.assign(start, end, "body")


def _free_stretches(layout: Layout) -> Iterator[tuple[int, int]]:
    """From one assigned part to the next; single lines of codes and contacts do not end one."""
    start: int | None = None
    for at in range(len(layout) + 1):
        ends = at == len(layout) or layout.zones[at] not in ("", *SINGLE_ZONES)
        if not ends and start is None:
            start = at
        elif ends and start is not None:
            yield start, at
            start = None


def _length(layout: Layout, start: int, end: int) -> int:
    """Characters of the free paragraphs between two places."""
    return sum(len(layout.paragraphs[at].text) for at in range(start, end) if layout.is_free(at))


def _has_heading(layout: Layout, start: int, end: int) -> bool:
    return any(is_known_heading(layout.paragraphs[at].text_with_label) for at in range(start, end))


def _can_begin(layout: Layout, at: int, end: int) -> bool:
    """Whether a body can begin here: with a heading or with prose."""
    paragraph = layout.paragraphs[at]
    prose_follows = at + 1 < end and is_prose(layout.paragraphs[at + 1])
    return layout.is_free(at) and (
        is_prose(paragraph) or is_heading(paragraph, prose_follows) or len(paragraph.text) > 120
    )

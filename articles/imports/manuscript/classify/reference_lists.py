"""Where reference lists begin and end."""

from __future__ import annotations

from articles.imports.manuscript.classify.layout import (
    LIST_LABELS,
    PART_LABELS,
    SINGLE_LINES,
    Layout,
)
from articles.imports.manuscript.classify.paragraph_types import (
    continues_reference,
    entry_number,
    is_biography,
    is_reference,
)
from articles.imports.manuscript.facts.dates import is_date_line
from articles.imports.manuscript.facts.pages import is_page_line


def assign_reference_lists(layout: Layout) -> None:
    """Assign reference lists, from their heading to the first paragraph that is no reference."""
    for at in range(len(layout)):
        if layout.element(at) in LIST_LABELS and layout.is_free(at):
            layout.zones[at] = "references"
            layout.assign(at + 1, _list_end(layout, at), "references")


def _list_end(layout: Layout, at: int) -> int:
    label = layout.labels[at]
    inside = label is not None and label.end < len(layout.paragraphs[at].text)
    first = at if inside else at + 1
    if first >= len(layout):
        return len(layout)
    numbered = inside or entry_number(layout.paragraphs[first]) in (1, 2)
    expected = 1
    for place in range(first, len(layout)):
        paragraph = layout.paragraphs[place]
        if place > at and _ends_list(layout, place):
            return place
        if place == at:
            expected += 1
        elif numbered and (number := entry_number(paragraph)):
            if not expected - 1 <= number <= expected + 3 and not is_reference(paragraph):
                return place
            expected = number + 1
        elif (numbered and not _continues(layout, place)) or (
            not numbered and not _is_unnumbered_entry(layout, place, first)
        ):
            return place
    return len(layout)


def _ends_list(layout: Layout, at: int) -> bool:
    element = layout.element(at)
    paragraph = layout.paragraphs[at]
    if element in PART_LABELS and not entry_number(paragraph):
        return True
    if element in PART_LABELS and paragraph.heading:
        return True
    if element == "doi" and not paragraph.gap:
        return False  # that of the reference above
    if element in SINGLE_LINES and element not in ("article_type", "imprint", "email"):
        return not entry_number(paragraph) and not is_reference(paragraph)
    if is_page_line(paragraph.text):
        return True
    return paragraph.heading > 0 or is_date_line(paragraph.text)


def _continues(layout: Layout, at: int) -> bool:
    """Whether the paragraph continues a reference."""
    text, before = layout.paragraphs[at].text, layout.paragraphs[at - 1].text
    if continues_reference(text, before):
        return True
    return (
        not layout.paragraphs[at].gap and is_reference(layout.paragraphs[at]) and before[-1:] != "."
    )


def _is_unnumbered_entry(layout: Layout, at: int, first: int) -> bool:
    paragraph = layout.paragraphs[at]
    is_set_apart = paragraph.is_bold and not layout.paragraphs[first].is_bold
    if is_set_apart or (is_biography(paragraph) and "@" in paragraph.text):
        return False
    return is_reference(paragraph) or _continues(layout, at)

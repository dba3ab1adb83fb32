"""Where reference lists, biographies, and funding and other statements begin and end."""

from __future__ import annotations

from functools import partial
from itertools import takewhile

from articles.imports.manuscript.classify.headings import is_heading, is_known_heading
from articles.imports.manuscript.classify.layout import (
    HEADER_LABELS,
    LIST_LABELS,
    PART_LABELS,
    SINGLE_LINES,
    SINGLE_ZONES,
    STATEMENT_LABELS,
    Layout,
)
from articles.imports.manuscript.classify.paragraph_types import (
    continues_reference,
    entry_number,
    is_biography,
    is_prose,
    is_reference,
)
from articles.imports.manuscript.facts.dates import is_date_line
from articles.imports.manuscript.facts.pages import is_page_line


def assign_reference_lists(layout: Layout) -> None:
    """Assign reference lists, from their heading to the first paragraph that is no reference."""
    for at in layout.free_labels(LIST_LABELS):
        layout.assign(range(at, _list_end(layout, at)), "references")


def _list_end(layout: Layout, at: int) -> int:
    """The first place below a heading at which no reference begins or goes on."""
    is_inside = not layout.is_bare_label(at)  # the first reference, on the line of the heading
    first = layout.paragraphs[at + 1 : at + 2]
    is_numbered = is_inside or any(entry_number(paragraph) in (1, 2) for paragraph in first)
    expected = 1 + is_inside
    for place in range(at + 1, len(layout)):
        paragraph = layout.paragraphs[place]
        if _ends_list(layout, place):
            return place
        number = entry_number(paragraph) if is_numbered else 0
        if number:
            if not expected - 1 <= number <= expected + 3 and not is_reference(paragraph):
                return place
            expected = number + 1
        is_entry = number > 0 or (not is_numbered and is_reference(paragraph))
        is_set_apart = not is_numbered and paragraph.is_bold and not first[0].is_bold
        if is_set_apart or not (is_entry or _continues(layout, place)):
            return place
    return len(layout)


def _ends_list(layout: Layout, at: int) -> bool:
    element, paragraph = layout.element(at), layout.paragraphs[at]
    if element in PART_LABELS and (paragraph.heading or not entry_number(paragraph)):
        return True
    if element == "doi" and not paragraph.gap:
        return False  # that of the reference above
    if element in SINGLE_LINES and element not in ("article_type", "imprint", "email"):
        return not entry_number(paragraph) and not is_reference(paragraph)
    is_line = is_page_line(paragraph.text) or is_date_line(paragraph.text)
    return is_line or paragraph.heading > 0


def _continues(layout: Layout, at: int) -> bool:
    """Whether the paragraph continues a reference."""
    before, paragraph = layout.paragraphs[at - 1].text, layout.paragraphs[at]
    is_second_half = not paragraph.gap and is_reference(paragraph) and before[-1:] != "."
    return is_second_half or continues_reference(paragraph.text, before)


def assign_biographies(layout: Layout) -> None:
    """Assign biographies below their heading, and those at the very end without one."""
    for at in layout.free_labels(("bios",)):
        below = takewhile(partial(_is_of_biographies, layout), range(at + 1, len(layout)))
        layout.assign((at, *below), "bios", over=("", "contact"))
    for at in reversed(range(len(layout))):
        if layout.zones[at] not in ("", "bios", *SINGLE_ZONES):
            break
        if layout.is_free(at) and not _is_closing_biography(layout, at):
            break
        layout.assign([at], "bios")


def _is_of_biographies(layout: Layout, at: int) -> bool:
    """Whether neither another part begins here nor, at a heading, the header of a language."""
    paragraph = layout.paragraphs[at]
    if layout.zones[at] in ("references", "date", "code", "pages"):
        return False
    if layout.element(at) in PART_LABELS or is_known_heading(paragraph.text):
        return False
    below = {layout.element(near) for near in range(at, at + 6)}
    return not paragraph.heading or is_biography(paragraph) or HEADER_LABELS.isdisjoint(below)


def _is_closing_biography(layout: Layout, at: int) -> bool:
    paragraph = layout.paragraphs[at]
    is_plain = at > 5 and not layout.labels[at]
    return is_plain and is_biography(paragraph) and not is_reference(paragraph)


def assign_statements(layout: Layout) -> None:
    """Assign funding and the other statements, each up to the next heading or label."""
    for at in layout.free_labels(STATEMENT_LABELS):
        places = range(at + 1, len(layout) if layout.is_bare_label(at) else at + 1)
        below = takewhile(partial(_is_of_statement, layout, at), places)
        layout.assign((at, *below), "other")


def _is_of_statement(layout: Layout, start: int, at: int) -> bool:
    """Whether a paragraph is the first one below the label, or prose; and no heading."""
    if not layout.is_free(at) or layout.labels[at]:
        return False
    is_first, paragraph = at == start + 1, layout.paragraphs[at]
    is_text = is_first or is_prose(paragraph)
    return is_text and not is_heading(paragraph, prose_follows=not is_first)

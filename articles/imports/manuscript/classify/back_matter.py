"""Where biographies, and funding and the other statements, begin and end."""

from __future__ import annotations

from articles.imports.manuscript.classify.headings import is_heading, is_known_heading
from articles.imports.manuscript.classify.layout import (
    HEADER_LABELS,
    PART_LABELS,
    SINGLE_ZONES,
    STATEMENT_LABELS,
    Layout,
)
from articles.imports.manuscript.classify.paragraph_types import (
    is_biography,
    is_prose,
    is_reference,
)


def assign_biographies(layout: Layout) -> None:
    """Assign biographies below their heading, and those at the very end without one."""
    for at in range(len(layout)):
        if layout.element(at) == "bios" and layout.is_free(at):
            layout.zones[at] = "bios"
            end = at + 1
            while end < len(layout) and not _ends_biographies(layout, end):
                end += 1
            _assign_with_contacts(layout, at + 1, end)
    for at in range(len(layout) - 1, -1, -1):
        if layout.zones[at] not in ("", "bios", *SINGLE_ZONES):
            break
        if layout.is_free(at) and not _is_closing_biography(layout, at):
            break
        layout.assign(at, at + 1, "bios")


def _assign_with_contacts(layout: Layout, start: int, end: int) -> None:
    """Assign free paragraphs, and the lines of e-mails among them."""
    for at in range(start, end):
        if layout.zones[at] in ("", "contact"):
            layout.zones[at] = "bios"


def _ends_biographies(layout: Layout, at: int) -> bool:
    paragraph = layout.paragraphs[at]
    if layout.zones[at] in ("references", "date", "code", "pages"):
        return True
    if layout.element(at) in PART_LABELS or is_known_heading(paragraph.text):
        return True
    return paragraph.heading > 0 and not is_biography(paragraph) and _header_follows(layout, at)


def _header_follows(layout: Layout, at: int) -> bool:
    return any(
        layout.element(near) in HEADER_LABELS for near in range(at, min(at + 6, len(layout)))
    )


def _is_closing_biography(layout: Layout, at: int) -> bool:
    return (
        layout.is_free(at)
        and at > 5
        and not layout.labels[at]
        and is_biography(layout.paragraphs[at])
        and not is_reference(layout.paragraphs[at])
    )


def assign_statements(layout: Layout) -> None:
    """Assign funding and the other statements, each up to the next heading or label."""
    for at in range(len(layout)):
        if layout.element(at) in STATEMENT_LABELS and layout.is_free(at):
            layout.zones[at] = "other"
            end = at + 1
            if layout.is_bare_label(at):
                while end < len(layout) and not _ends_statement(layout, end, at):
                    end += 1
            layout.assign(at + 1, end, "other")


def _ends_statement(layout: Layout, at: int, start: int) -> bool:
    if not layout.is_free(at) or layout.labels[at]:
        return True
    later = at > start + 1
    return is_heading(layout.paragraphs[at], prose_follows=later) or (
        later and not is_prose(layout.paragraphs[at])
    )

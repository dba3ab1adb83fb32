"""Where funding, acknowledgements and the other statements begin and end."""

from __future__ import annotations

from articles.imports.manuscript.classify.headings import is_heading
from articles.imports.manuscript.classify.layout import STATEMENT_LABELS, Layout
from articles.imports.manuscript.classify.paragraph_types import is_prose


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

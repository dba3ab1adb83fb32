"""Where funding, thanks and the other statements begin and end."""

from __future__ import annotations

from articles.imports.manuscript.classify.layout import SECTIONS, Outline
from articles.imports.manuscript.classify.paragraph_types import is_heading, is_prose


def claim_sections(outline: Outline) -> None:
    """Funding, thanks and the other statements, each to the next heading or label."""
    for at in range(len(outline)):
        if outline.element(at) in SECTIONS and outline.free(at):
            outline.zones[at] = "other"
            end = at + 1
            if outline.is_alone(at):
                while end < len(outline) and not _ends_section(outline, end, at):
                    end += 1
            outline.claim(at + 1, end, "other")


def _ends_section(outline: Outline, at: int, start: int) -> bool:
    if not outline.free(at) or outline.labels[at]:
        return True
    later = at > start + 1
    return is_heading(outline.paragraphs[at], prose_follows=later) or (
        later and not is_prose(outline.paragraphs[at])
    )

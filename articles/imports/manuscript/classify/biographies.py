"""Where biographies begin and end."""

from __future__ import annotations

from articles.imports.manuscript.classify.layout import CLOSING, FRONT, PASSED, Outline
from articles.imports.manuscript.classify.paragraph_types import is_bio, known_heading


def claim_bios(outline: Outline) -> None:
    """Biographies after their heading, and those at the very end without one."""
    for at in range(len(outline)):
        if outline.element(at) == "bios" and outline.free(at):
            outline.zones[at] = "bios"
            end = at + 1
            while end < len(outline) and not _ends_bios(outline, end):
                end += 1
            _claim_all(outline, at + 1, end)
    for at in range(len(outline) - 1, -1, -1):
        if outline.zones[at] not in ("", "bios", *PASSED):
            break
        if outline.free(at) and not _is_late_bio(outline, at):
            break
        outline.claim(at, at + 1, "bios")


def _claim_all(outline: Outline, start: int, end: int) -> None:
    """E-mail lines among biographies are part of them."""
    for at in range(start, end):
        if outline.zones[at] in ("", "contact"):
            outline.zones[at] = "bios"


def _ends_bios(outline: Outline, at: int) -> bool:
    paragraph = outline.paragraphs[at]
    if outline.zones[at] in ("references", "date", "code", "pages"):
        return True
    if outline.element(at) in CLOSING or known_heading(paragraph.text):
        return True
    return paragraph.heading > 0 and not is_bio(paragraph) and _front_follows(outline, at)


def _front_follows(outline: Outline, at: int) -> bool:
    return any(outline.element(near) in FRONT for near in range(at, min(at + 6, len(outline))))


def _is_late_bio(outline: Outline, at: int) -> bool:
    return outline.free(at) and at > 5 and not outline.labels[at] and is_bio(outline.paragraphs[at])

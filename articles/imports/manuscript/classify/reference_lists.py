"""Where reference lists begin and end."""

from __future__ import annotations

from articles.imports.manuscript.classify.layout import CLOSING, LISTS, SINGLE, Outline
from articles.imports.manuscript.classify.paragraph_types import entry_number, is_bio, is_reference
from articles.imports.manuscript.facts.codes import is_page_line
from articles.imports.manuscript.facts.dates import is_date_line


def claim_lists(outline: Outline) -> None:
    """Reference lists, from their heading to the first paragraph that is no entry."""
    for at in range(len(outline)):
        if outline.element(at) in LISTS and outline.free(at):
            outline.zones[at] = "references"
            outline.claim(at + 1, _list_end(outline, at), "references")


def _list_end(outline: Outline, at: int) -> int:
    label = outline.labels[at]
    inside = label is not None and label.end < len(outline.paragraphs[at].text)
    first = at if inside else at + 1
    if first >= len(outline):
        return len(outline)
    numbered = inside or entry_number(outline.paragraphs[first]) in (1, 2)
    expected = 1
    for place in range(first, len(outline)):
        paragraph = outline.paragraphs[place]
        if place > at and _ends_list(outline, place):
            return place
        if place == at:
            expected += 1
        elif numbered and (number := entry_number(paragraph)):
            if not expected - 1 <= number <= expected + 3 and not is_reference(paragraph):
                return place
            expected = number + 1
        elif (numbered and not _continues(outline, place)) or (
            not numbered and not _is_unnumbered_entry(outline, place, first)
        ):
            return place
    return len(outline)


def _ends_list(outline: Outline, at: int) -> bool:
    element = outline.element(at)
    paragraph = outline.paragraphs[at]
    if element in CLOSING and not entry_number(paragraph):
        return True
    if element in CLOSING and paragraph.heading:
        return True
    if element == "doi" and not paragraph.gap:
        return False  # of the entry above it
    if element in SINGLE and element not in ("article_type", "imprint", "email"):
        return not entry_number(paragraph) and not is_reference(paragraph)
    if is_page_line(paragraph.text):
        return True
    return paragraph.heading > 0 or is_date_line(paragraph.text)


def _continues(outline: Outline, at: int) -> bool:
    """An entry that the file broke in two: it goes on in lower case or with an address."""
    text = outline.paragraphs[at].text
    before = outline.paragraphs[at - 1].text
    if text[:1].islower() or text.startswith(("http", "//", "–", "(", "URL", "doi", "DOI")):
        return True
    return (
        not outline.paragraphs[at].gap
        and is_reference(outline.paragraphs[at])
        and before[-1:] != "."
    )


def _is_unnumbered_entry(outline: Outline, at: int, first: int) -> bool:
    paragraph = outline.paragraphs[at]
    stands_out = paragraph.is_bold and not outline.paragraphs[first].is_bold
    if stands_out or (is_bio(paragraph) and "@" in paragraph.text):
        return False
    return is_reference(paragraph) or _continues(outline, at)

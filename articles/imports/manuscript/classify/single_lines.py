"""Single lines that hold one fact: codes, dates, contacts, “for citation”, pages."""

from __future__ import annotations

import re

from articles.imports.manuscript.classify.layout import SINGLE_LINES, Layout
from articles.imports.manuscript.classify.paragraph_types import (
    entry_number,
    is_biography,
    is_prose,
)
from articles.imports.manuscript.facts.codes import is_doi_line
from articles.imports.manuscript.facts.dates import find_dates, is_date_line
from articles.imports.manuscript.facts.pages import is_imprint_line, is_page_line
from articles.imports.manuscript.labels.phrases import EVENTS, Element
from articles.imports.manuscript.lines.paragraph import Paragraph
from articles.imports.manuscript.vocabulary import CONFERENCE

CONFERENCE_SECTION = re.compile(r"(?:под)?(?:секция|section)\s*(?:№\s*)?[\dIVX]+\b", re.IGNORECASE)


def assign_single_lines(layout: Layout) -> None:
    """Assign the lines of codes, dates, contacts, pages, citation and editors."""
    for at, paragraph in enumerate(layout.paragraphs):
        element = layout.element(at)
        if not layout.is_free(at):
            continue
        if is_doi_line(paragraph.text):
            layout.zones[at] = "code"
        elif is_page_line(paragraph.text) or (not element and _is_imprint(paragraph)):
            layout.zones[at] = "pages"
        elif _is_of_conference(paragraph):
            layout.zones[at] = "aside"
        elif is_date_line(paragraph.text):
            layout.zones[at] = "date"
        elif element in SINGLE_LINES and _is_single(layout, at, element):
            layout.zones[at] = SINGLE_LINES[element]
            _assign_value_below(layout, at)


def _is_of_conference(paragraph: Paragraph) -> bool:
    """Whether a line names a conference with its date, or the section of one."""
    text = paragraph.text
    if is_prose(paragraph):
        return False
    return bool(CONFERENCE_SECTION.match(text) or (CONFERENCE.are_in(text) and find_dates(text)))


def _is_imprint(paragraph: Paragraph) -> bool:
    """Whether the line says where the article was printed; a reference has a number before it."""
    is_other = entry_number(paragraph) > 0 or is_biography(paragraph)
    return is_imprint_line(paragraph.text) and not is_other


def _is_single(layout: Layout, at: int, element: Element) -> bool:
    """Whether a label makes the paragraph a single line.

    A date label without a date is part of a sentence, unless the date is on the next line.
    """
    if element in EVENTS:
        both = " ".join(paragraph.text for paragraph in layout.paragraphs[at : at + 2])
        return layout.is_bare_label(at) and is_date_line(both)
    paragraph = layout.paragraphs[at]
    return not is_prose(paragraph) or element in ("citation", "imprint", "correspondence")


def _assign_value_below(layout: Layout, at: int) -> None:
    """Assign the next paragraph, which holds the value of a label alone on its line."""
    following = at + 1
    if layout.is_bare_label(at) and layout.is_free(following) and not layout.labels[following]:
        text = layout.paragraphs[following].text
        if layout.element(at) in ("irsti", "udc", "doi") and not text[:1].isdigit():
            return
        if layout.element(at) != "article_type" and len(text) < 300:
            layout.zones[following] = "pages" if is_page_line(text) else layout.zones[at]

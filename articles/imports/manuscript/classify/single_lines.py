"""Lines that stand for themselves: codes, dates, addresses, the line for citation, pages."""

from __future__ import annotations

from articles.imports.manuscript.classify.layout import SINGLE, Outline
from articles.imports.manuscript.classify.paragraph_types import entry_number, is_bio, is_prose
from articles.imports.manuscript.facts.codes import is_doi_line, is_imprint_line, is_page_line
from articles.imports.manuscript.facts.dates import is_date_line
from articles.imports.manuscript.labels.label import EVENTS
from articles.imports.manuscript.labels.phrases import Element
from articles.imports.manuscript.lines.paragraph import Paragraph


def claim_singles(outline: Outline) -> None:
    """Codes, dates, addresses, citation and editor lines."""
    for at, paragraph in enumerate(outline.paragraphs):
        element = outline.element(at)
        if not outline.free(at):
            continue
        if is_doi_line(paragraph.text):
            outline.zones[at] = "code"
        elif is_page_line(paragraph.text) or (element is None and _is_imprint(paragraph)):
            outline.zones[at] = "pages"
        elif is_date_line(paragraph.text):
            outline.zones[at] = "date"
        elif element in SINGLE and _is_single(outline, at, element):
            outline.zones[at] = SINGLE[element]
            _claim_answer(outline, at)


def _is_imprint(paragraph: Paragraph) -> bool:
    """Where the article was printed: no reference, which has a number, and no biography."""
    return is_imprint_line(paragraph.text) and not entry_number(paragraph) and not is_bio(paragraph)


def _is_single(outline: Outline, at: int, element: Element) -> bool:
    """A date label without a date is a sentence, unless the date follows on its own line."""
    paragraph = outline.paragraphs[at]
    if element in EVENTS:
        return outline.is_alone(at) and at + 1 < len(outline) and _is_answer(outline, at)
    return not is_prose(paragraph) or element in ("citation", "imprint", "correspondence")


def _is_answer(outline: Outline, at: int) -> bool:
    return is_date_line(f"{outline.paragraphs[at].text} {outline.paragraphs[at + 1].text}")


def _claim_answer(outline: Outline, at: int) -> None:
    """A label alone on its line: the value is the next paragraph."""
    following = at + 1
    if outline.is_alone(at) and outline.free(following) and not outline.labels[following]:
        text = outline.paragraphs[following].text
        if outline.element(at) in ("irsti", "udc", "doi") and not text[:1].isdigit():
            return
        if outline.element(at) != "article_type" and len(text) < 300:
            outline.zones[following] = "pages" if is_page_line(text) else outline.zones[at]

"""Which part of the manuscript each paragraph belongs to."""

from __future__ import annotations

from typing import Literal

from articles.imports.manuscript.codes import is_doi_line, is_imprint_line, is_page_line
from articles.imports.manuscript.dates import is_date_line
from articles.imports.manuscript.labelled import EVENTS, label_of
from articles.imports.manuscript.labels import Element
from articles.imports.manuscript.paragraph import Paragraph
from articles.imports.manuscript.shapes import (
    entry_number,
    is_bio,
    is_heading,
    is_prose,
    is_reference,
    known_heading,
)

Zone = Literal[
    "", "code", "date", "aside", "contact", "references", "bios", "other", "abstract", "keywords",
    "header", "body", "pages",
]  # fmt: skip
# Labels of one line each, which neither open nor close a part.
SINGLE: dict[Element, Zone] = {
    "irsti": "code", "udc": "code", "doi": "code", "other_code": "aside", "article_type": "aside",
    "citation": "aside", "imprint": "aside", "pages": "aside", "correspondence": "contact",
    "email": "contact", "orcid": "contact", "received": "date", "revised": "date",
    "accepted": "date", "published": "date",
}  # fmt: skip
# Single lines may stand between the parts of one header or body.
PASSED: tuple[Zone, ...] = ("code", "date", "aside", "contact", "pages")
LISTS = frozenset(("references", "romanized"))
SECTIONS = frozenset(("contributions", "funding", "thanks", "conflict", "statement"))
FRONT = frozenset(("abstract", "keywords"))
CLOSING = LISTS | SECTIONS | FRONT | {"bios"}


class Outline:
    """The paragraphs with their labels and zones; steps fill in zones that are still empty."""

    def __init__(self, paragraphs: list[Paragraph]) -> None:
        self.paragraphs = paragraphs
        self.labels = [label_of(paragraph) for paragraph in paragraphs]
        self.zones: list[Zone] = [""] * len(paragraphs)

    def __len__(self) -> int:
        return len(self.paragraphs)

    def element(self, at: int) -> Element | None:
        label = self.labels[at] if at < len(self) else None
        return label.element if label else None

    def free(self, at: int) -> bool:
        return at < len(self) and not self.zones[at]

    def is_alone(self, at: int) -> bool:
        """A label with nothing after it."""
        label = self.labels[at]
        return label is not None and label.end >= len(self.paragraphs[at].text)

    def claim(self, start: int, end: int, zone: Zone) -> None:
        """Give the free paragraphs from start to before end to a zone."""
        for at in range(start, min(end, len(self))):
            if not self.zones[at]:
                self.zones[at] = zone

    def members(self, zone: Zone) -> list[int]:
        return [at for at, each in enumerate(self.zones) if each == zone]


def outline_of(paragraphs: list[Paragraph]) -> Outline:
    """Everything whose place its own label or form tells; front matter and body come later."""
    outline = Outline(paragraphs)
    claim_lists(outline)
    claim_singles(outline)
    claim_bios(outline)
    claim_sections(outline)
    return outline


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


def claim_singles(outline: Outline) -> None:
    """Codes, dates, addresses, citation and editor lines."""
    for at, paragraph in enumerate(outline.paragraphs):
        element = outline.element(at)
        if not outline.free(at):
            continue
        if is_doi_line(paragraph.text):
            outline.zones[at] = "code"
        elif is_page_line(paragraph.text) or (
            element is None and is_imprint_line(paragraph.text) and not is_bio(paragraph)
        ):
            outline.zones[at] = "pages"
        elif is_date_line(paragraph.text):
            outline.zones[at] = "date"
        elif element in SINGLE and _is_single(outline, at, element):
            outline.zones[at] = SINGLE[element]
            _claim_answer(outline, at)


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

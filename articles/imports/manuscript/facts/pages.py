"""Page ranges: lines of pages, lines that say where the article was printed, page numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from articles.imports.manuscript.classify.layout import Layout
from articles.imports.manuscript.facts.codes import DOI
from articles.imports.manuscript.lines.running_heads import RunningHeads
from articles.imports.manuscript.sourced_value import SourcedValue, Sureness
from articles.imports.readers.line import Line

PAGE_WORD = r"(?:с|стр|страницы|б|бб|бет|беттер|беттері|p|pp|pages?)"
PAGE_LINE = re.compile(
    rf"^(?:{PAGE_WORD}\.?\s*:?\s*\d{{1,4}}\s?[-–—]\s?\d{{1,4}}\.?"
    rf"|\d{{1,4}}\s?[-–—]\s?\d{{1,4}}\s*-?\s*{PAGE_WORD}\.?)$",
    re.IGNORECASE,
)
IMPRINT = re.compile(
    r"№\s?\d|\b(?:Т|Том|Вып|Vol|No|Iss|Issue|Volume|Number)\b\.?\s?\d|\d\s?\(\d+\)",
    re.IGNORECASE,
)
IMPRINT_PAGES = re.compile(
    r"(?<!\w)(?:С|Стр|Б|P|Pp|pp)\.\s?\d{1,4}\s?[-–—]\s?\d{1,4}"
    r"|\d{1,4}\s?[-–—]\s?\d{1,4}\s?-?\s?(?:бб|б|беттер|pp|p|с)\b"
)
# `Journal, 2023; 4(1): 18–24` and `Journal 11 (2024) 2, 87–96`
VANCOUVER = re.compile(
    r"\b(?:19|20)\d\d\s?;\s?\d{1,4}(?:\s?\(\d{1,4}\))?\s?:\s?\d{1,4}\s?[-–]\s?\d{1,4}\.?$"
    r"|\b\d{1,4}\s?\((?:19|20)\d\d\)\s?(?:\d{1,3})?,\s?\d{1,4}\s?[-–]\s?\d{1,4}\.?$"
)
PAGES = re.compile(r"(?<!\d)([0-9]{1,4})\s?[-–—]\s?([0-9]{1,4})(?!\d)")


def is_page_line(text: str) -> bool:
    """Whether a line is a page range and nothing else: `С. 12–19`, `12-19 бб.`"""
    return PAGE_LINE.match(text.strip()) is not None


def is_imprint_line(text: str) -> bool:
    """Whether a line says where the article was printed: `Вестник. 2021. Т. 8. № 4. С. 112–121`."""
    if len(text) >= 250:
        return False
    return bool(VANCOUVER.search(text)) or all(s.search(text) for s in (IMPRINT, IMPRINT_PAGES))


def find_page_range(text: str) -> tuple[int, int] | None:
    """Return the last page range in a text whose first page comes before its last."""
    for first, last in reversed(PAGES.findall(DOI.sub(" ", re.sub(r"https?://\S+", " ", text)))):
        if 0 < int(first) <= int(last) < int(first) + 200 and not 1900 < int(first) < 2100:
            return int(first), int(last)
    return None


def page_values(
    layout: Layout, head_lines: list[Line], heads: RunningHeads
) -> Iterator[SourcedValue]:
    """The page range of a line of pages or for citation, of a running head, of page numbers."""
    asides = layout.places_in("aside")
    places = layout.places_in("pages")
    for element in ("pages", "citation"):
        places += [at for at in asides if layout.element(at) == element]
    paragraphs = [layout.without_label(at) for at in places]
    imprints = [line for line in head_lines if is_imprint_line(line.text)]
    ranges = [
        *((find_page_range(each.text), each.lines, Sureness.CERTAIN) for each in paragraphs),
        *((find_page_range(each.text), (each.number,), Sureness.LIKELY) for each in imprints),
        (heads.pages, heads.page_lines, Sureness.LIKELY),
    ]
    for pages, lines, sureness in ranges:
        if pages:
            yield SourcedValue("pages", {"first": pages[0], "last": pages[1]}, lines, sureness)

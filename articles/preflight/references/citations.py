"""Numeric citations in the text: [1, p. 22; 3-5]."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from django.utils.translation import gettext_lazy as _

from articles.records.base import Value
from articles.records.findings import Finding, Level
from articles.records.reference_imprint import page_extent

from ..messages import fill, spot_in
from ..subject import Subject

BRACKET = re.compile(r"\[(\d[^\[\]]{0,80})\]")
NUMBERS = re.compile(r"(\d{1,3})(?:\s?[-–—]\s?(\d{1,3}))?")
LABEL = r"(?:стр|сс|с|С|бб|бет|б|Б|pp|Pp|p|P)\b\.?"
PAGES = re.compile(
    rf"(?:{LABEL}\s*)(\d{{1,4}})(?:\s?[-–—]\s?\d{{1,4}})?|"
    rf"(\d{{1,4}})(?:\s?[-–—]\s?\d{{1,4}})?\s*-?\s*{LABEL}"
)
GLUED = re.compile(r"(?<=[^\W\d_])\[\d[^\[\]]{0,40}\]")
SPACED = re.compile(r"(?<=[^\W\d_])\s\[\d[^\[\]]{0,40}\]")
LAST_WORD = re.compile(r"\w{1,40}$")


class Citation(Value, frozen=True):
    number: int
    page: int | None
    start: int
    end: int


def check_cited_numbers(subject: Subject) -> Iterator[Finding]:
    """Every entry of the list is cited, and every number cited is in the list."""
    count = len(subject.record.references)
    citations = find_citations(subject)
    if not citations:
        return
    for citation in citations:
        if citation.number > count:
            yield Finding(
                Level.WARNS,
                "body",
                subject.record.language,
                fill(_("[%(number)d] is cited; the list ends with %(count)d."),
                    number=citation.number, count=count),
                spot=spot_in(subject.body, citation.start, citation.end),
            )  # fmt: skip
    numbers = {citation.number for citation in citations}
    for number in range(1, count + 1):
        if number not in numbers:
            yield Finding(
                Level.WARNS,
                f"references[{number}]",
                None,
                fill(_("Entry %(number)d is not cited in the text."), number=number),
                _("Cite it, or remove it from the list."),
            )


def check_citation_order(subject: Subject) -> Iterator[Finding]:
    """Numbers are first cited in rising order, unless the list is alphabetical."""
    firsts = list(dict.fromkeys(citation.number for citation in find_citations(subject)))
    if is_alphabetical([reference.text for reference in subject.record.references]):
        return
    for before, after in pairwise(firsts):
        if after < before:
            yield Finding(
                Level.NOTES,
                "body",
                subject.record.language,
                fill(_("[%(after)d] is first cited after [%(before)d]."),
                    after=after, before=before),
                _("Number the list in the order of citation, if the journal asks for it."),
            )  # fmt: skip
            return


def check_cited_pages(subject: Subject) -> Iterator[Finding]:
    """A cited page is one of the pages of the work."""
    references = subject.record.references
    for citation in find_citations(subject):
        if citation.page is None or citation.number > len(references):
            continue
        pages = page_extent(references[citation.number - 1].text)
        if pages and not pages[0] <= citation.page <= pages[1]:
            yield Finding(
                Level.WARNS,
                "body",
                subject.record.language,
                fill(
                    _("Page %(page)d of entry %(number)d is cited, but its pages are %(pages)s."),
                    page=citation.page,
                    number=citation.number,
                    pages=f"{pages[0]}-{pages[1]}",
                ),
                _("Compare with the source."),
                spot=spot_in(subject.body, citation.start, citation.end),
            )


def check_glued_citations(subject: Subject) -> Iterator[Finding]:
    """No space before a bracket, in a text that has one before most brackets."""
    glued = list(GLUED.finditer(subject.body))
    if find_citations(subject) and 2 * len(glued) <= len(SPACED.findall(subject.body)):
        for match in glued:
            before = LAST_WORD.search(subject.body, max(0, match.start() - 40), match.start())
            start = before.start() if before else match.start()
            yield Finding(
                Level.NOTES,
                "body",
                subject.record.language,
                fill(
                    _("“%(words)s”: a space may be missing."),
                    words=subject.body[start : match.end()],
                ),
                spot=spot_in(subject.body, start, match.end()),
            )


def find_citations(subject: Subject) -> list[Citation]:
    """The citations of the text; none unless most brackets hold a number of the list."""
    count = len(subject.record.references)
    citations = [
        citation
        for bracket in BRACKET.finditer(subject.body)
        for citation in _citations_in(bracket, count)
    ]
    within = sum(citation.number <= count for citation in citations)
    return citations if within > 1 and 2 * within > len(citations) else []


def _citations_in(bracket: re.Match[str], count: int) -> Iterator[Citation]:
    """`[1, 222 б.; 3-5]`: entries 1, 3, 4 and 5, and a page of the first."""
    for work in bracket[1].split(";"):
        page = PAGES.search(work)
        head = work[: page.start()] if page else work
        parts = [part.strip() for part in re.split("[,:]", head) if part.strip()]
        if not all(NUMBERS.fullmatch(part) for part in parts):
            return
        numbers = [number for part in parts for number in _range(part)]
        if not page and len(parts) == 2 and numbers[0] <= count < numbers[-1]:
            numbers = numbers[:1]  # [2, 282]: a page without its label
        for number in numbers:
            if not 0 < number < 1000:
                return
            cited_page = int(page[1] or page[2]) if page else None
            yield Citation(number, cited_page, bracket.start(), bracket.end())


def _range(part: str) -> range:
    match = NUMBERS.fullmatch(part)
    first, last = (int(match[1]), int(match[2] or match[1])) if match else (0, 0)
    return range(first, last + 1) if last - first < 50 else range(first, first + 1)


def is_alphabetical(texts: list[str]) -> bool:
    """Whether Cyrillic entries are in order, then Latin ones."""
    keys = [(text[:1].isascii(), text[:12].casefold()) for text in texts if text]
    return len(keys) > 3 and keys == sorted(keys)

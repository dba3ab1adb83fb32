"""Citations by number in square brackets: [3], [1, 2], [4–7], [3, с. 45; 8, 12-б.].

A bracket is read as a whole: if a part of it is neither a number of the list nor a place in a
work, as in [0, 1] and [2020], nothing in it is a citation. Where pages stand without a label, as
in [6, 282], they have to be pages of that work, and so for two works at least.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..record import Reference
from ..reference_imprint import page_extent
from .citation import Citation

BRACKET = re.compile(r"\[([^\[\]\n]{1,120})\]")
DASH = "[-‐‑–—−]"
NUMERIC = re.compile(r"[\d\s.,;:‐‑–—−-]+")
DECIMALS = re.compile(rf"\s*\d+,\d+\s*(?:;|{DASH})\s*\d+,\d+\s*")  # [1,5; 2,7]
NUMBER = re.compile(rf"([1-9]\d{{0,3}})(?:\s?{DASH}\s?([1-9]\d{{0,3}}))?")
LEAD = re.compile(
    r"\s*(?:см|қар(?:а(?:ңыз)?)?|ср|напр(?:имер)?|мысалы|цит|see|cf|e\.g)\b[.:,]*\s*"
    r"(?:(?:также|по|also)\b[.:]*)?\s*",
    re.IGNORECASE,
)
SPACES = re.compile(r"\s*")
PART = re.compile(r"([^,;:]*?)\s*([,;:]|\s(?:и|және|мен|and|&)\s|$)\s*")
FIGURE = r"(?:\d{1,4}|[ivxlcdm]{1,7})\w?"
# A place in a work: с. 45, pp. 3–4, т. 2, § 5, 45-бет, 12 б.
PLACE = re.compile(
    r"(?:с|c|б|p|s|т|t|v|vol|л|l|f|п|ч|оп|д|ф|кн|гл|ст|вып|№|no|n|§|ch|sec|art|рис|табл|fig|tab"
    r"|бб|сс|pp|ff|стр|бет|том|бап|тарау|бөлім|кесте|сурет|table|pages?|chapter|para)\.?\s?"
    rf"{FIGURE}(?:\s?{DASH}\s?{FIGURE})?(?:\s?об\.?)?"
    rf"|\d{{1,4}}(?:\s?{DASH}\s?\d{{1,4}})?\s?-?\s?"
    r"(?:бб?|бет|беттер|сс?|стр|pp?|т|том|п|тарау|бөлім|бап|кітап|кесте|сурет|парақ)\.?",
    re.IGNORECASE,
)


class Part(NamedTuple):
    """A number or a range of numbers in a bracket; a place in a work has none."""

    start: int
    end: int
    first: int
    last: int
    separator: str  # what stands before it

    @property
    def is_place(self) -> bool:
        return not self.first


class Bracket(NamedTuple):
    """A bracket of numbers: its citations, none if it is no citation."""

    start: int
    end: int
    citations: tuple[Citation, ...]
    is_single: bool  # a number and nothing else: it may be the label of an entry
    is_plain: bool  # several numbers and nothing else: they may be an interval or a set


def numeric_brackets(text: str, references: Sequence[Reference]) -> list[Bracket]:
    """The brackets of numbers in a text, citations or not."""
    matches = [match for match in BRACKET.finditer(text) if any(map(str.isdigit, match[1]))]
    works = [_works(_parts(match)) for match in matches]
    pages = _Pages(references, [work for each in works for work in each])
    return [
        _bracket(match, each, pages)
        for match, each in zip(matches, works, strict=True)
        if each or NUMERIC.fullmatch(match[1])
    ]


class _Pages:
    """Whether a page is one of a work, and whether the text gives pages without a label."""

    def __init__(self, references: Sequence[Reference], works: list[list[Part]]) -> None:
        self.count = len(references)
        self._references = references
        self._extents: dict[int, tuple[int, int] | None] = {}
        cited = (work for work in works if len(work) == 2 and work[1].last > self.count)
        numbers = {work[0].first for work in cited if self.are_of(work[0].first, work[1])}
        self.are_bare = len(numbers) > 1  # once may be chance: [1, 100]

    def are_of(self, number: int, pages: Part) -> bool:
        if not 1 <= number <= self.count:
            return False
        if number not in self._extents:
            self._extents[number] = page_extent(self._references[number - 1].text)
        extent = self._extents[number]
        return extent is not None and extent[0] <= pages.first <= pages.last <= extent[1]


def _bracket(match: re.Match[str], works: list[list[Part]], pages: _Pages) -> Bracket:
    is_single = match[1].strip().isdigit()
    return Bracket(
        match.start(),
        match.end(),
        _citations(works, pages),
        is_single,
        is_plain=not is_single and NUMERIC.fullmatch(match[1]) is not None,
    )


def _parts(bracket: re.Match[str]) -> list[Part]:
    """The parts of a bracket; none if one of them is something else."""
    content, parts = bracket[1], list[Part]()
    if DECIMALS.fullmatch(content):
        return []
    lead = LEAD.match(content) or SPACES.match(content)
    at, separator = lead.end() if lead else 0, ""
    while match := PART.match(content, at):
        number = NUMBER.fullmatch(match[1])
        if not number and not PLACE.fullmatch(match[1]):
            return []
        first, last = (int(number[1]), int(number[2] or number[1])) if number else (0, 0)
        start = bracket.start(1) + match.start()
        parts.append(Part(start, start + len(match[1]), first, last, separator))
        separator, at = match[2].strip(), match.end()
        if not separator:
            break
    return parts


def _works(parts: list[Part]) -> list[list[Part]]:
    """The parts of each work: a semicolon begins the next."""
    works: list[list[Part]] = []
    for part in parts:
        if not works or part.separator == ";":
            works.append([])
        works[-1].append(part)
    return works


def _citations(works: list[list[Part]], pages: _Pages) -> tuple[Citation, ...]:
    """The citations of a bracket, none if one of its numbers is not of the list."""
    numbers = [_references_of(work, pages) for work in works]
    cited = [part for each in numbers for part in each]
    if not all(numbers) or not all(_are_listed(part, pages.count) for part in cited):
        return ()
    return tuple(citation for part in cited for citation in _ends(part))


def _references_of(work: list[Part], pages: _Pages) -> list[Part]:
    """The numbers of a work that are references, without those of pages; none if it is unsure."""
    cited: list[Part] = []
    has_place = False
    for part, following in zip(work, [*work[1:], None], strict=True):
        if part.is_place:
            has_place = True
        elif part.separator == ":":
            if not cited or not pages.are_of(cited[-1].first, part):
                return []
            has_place = True
        elif not has_place or (following and following.is_place):
            cited.append(part)
            has_place = False
    if len(work) == 2 and len(cited) == 2 and pages.are_of(cited[0].first, cited[1]):
        return cited[:1] if pages.are_bare else cited
    return [] if work[0].is_place else cited


def _are_listed(part: Part, count: int) -> bool:
    is_range = part.first < part.last
    return part.last <= count and (is_range or part.first == part.last)


def _ends(part: Part) -> Iterator[Citation]:
    """A number, or both ends of a range."""
    if part.first == part.last:
        yield Citation(part.start, part.end, part.first)
        return
    between = tuple(range(part.first + 1, part.last))
    yield Citation(part.start, part.start + len(str(part.first)), part.first, between)
    yield Citation(part.end - len(str(part.last)), part.end, part.last)

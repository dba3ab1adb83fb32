"""Running heads and page numbers: lines that repeat at the edges of pages."""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

import msgspec

from articles.imports.manuscript.vocabulary import JOURNAL
from articles.imports.readers.line import Line

PAGE_NUMBER = re.compile(r"^[\W_]{0,4}(\d{1,4})[\W_]{0,4}$")
EDGE_NUMBER = re.compile(
    r"^\W{0,3}(\d{1,4})\s{2,}|\s{2,}(\d{1,4})\W{0,3}$|^(\d{1,4})\s|\s(\d{1,4})$"
)
FAR_NUMBER = re.compile(r"\S\s{8,}\d{1,4}$|^\d{1,4}\s{8,}\S")  # a head with its page number
EDGE_LINES = 3  # at the top and at the bottom of a page
REPEATS_WITHOUT_PAGES = 3


class RunningHeads(msgspec.Struct, frozen=True):
    """The lines that are no part of the article, and the page range that they print."""

    line_numbers: frozenset[int] = frozenset()
    pages: tuple[int, int] | None = None  # the first and the last, where they are known
    page_lines: tuple[int, ...] = ()  # the lines that print those two page numbers


def find_running_heads(lines: tuple[Line, ...]) -> RunningHeads:
    """Return the running heads and page numbers of a manuscript."""
    pages = defaultdict(list)
    for line in lines:
        if line.page and line.kind == "text":
            pages[line.page].append(line)
    if len(pages) < 2:
        of_word = (line.number for line in lines if line.kind == "header")
        return RunningHeads(frozenset((*_without_pages(lines), *of_word)))
    edges = [
        line
        for members in pages.values()
        for line in dict.fromkeys(members[:EDGE_LINES] + members[-EDGE_LINES:])
    ]
    repeated = _repeated_texts({(line.page, _comparable_text(line)) for line in edges})
    numbers = {line.number: number for line in edges if (number := _page_number(line))}
    own = {line.number for line in edges if line.size and PAGE_NUMBER.match(line.text)}
    heads = {
        line.number
        for line in edges
        if _comparable_text(line) in repeated or (line.number in numbers and _is_head(line))
    }
    return _with_page_range(heads, {n: numbers[n] for n in sorted(heads - own) if n in numbers})


def _comparable_text(line: Line) -> str:
    """The text with every number replaced by #, so that heads of all pages are equal."""
    return re.sub(r"\s+", " ", re.sub(r"\d+", "#", line.text)).strip(" #").casefold()


def _repeated_texts(texts: Iterable[tuple[int, str]], least: int = 2) -> set[str]:
    """Texts that are printed at least so often."""
    counts = Counter(text for _place, text in texts)
    return {text for text, count in counts.items() if count >= least and len(text) > 6}


def _page_number(line: Line) -> int:
    match = PAGE_NUMBER.match(line.text) or EDGE_NUMBER.search(line.text)
    number = int(next((group for group in match.groups() if group), "0")) if match else 0
    return 0 if 1900 <= number <= 2100 else number  # more likely the year of the issue


def _is_head(line: Line) -> bool:
    """A page number alone, or far apart from the journal's name."""
    apart = re.search(r"^\d{1,4}\s{3,}|\s{3,}\d{1,4}$", line.text)
    return bool(PAGE_NUMBER.match(line.text) or (apart and JOURNAL.are_in(line.text)))


def _with_page_range(heads: set[int], numbers: dict[int, int]) -> RunningHeads:
    """Add the page range if the numbers rise and do not begin at 1, as a manuscript's own do."""
    places, values = list(numbers), list(numbers.values())
    rising = all(0 <= b - a <= 1 for a, b in itertools.pairwise(values))
    if len(values) < 2 or not rising or values[0] < 3 or values[-1] == values[0]:
        return RunningHeads(frozenset(heads))
    return RunningHeads(frozenset(heads), (values[0], values[-1]), (places[0], places[-1]))


def _without_pages(lines: tuple[Line, ...]) -> Iterator[int]:
    """Heads in text copied from a page view: lone numbers that rise by one, repeated heads."""
    apart = (line for line in lines if line.gap and line.kind == "text")
    lone = [(line.number, int(m[1])) for line in apart if (m := PAGE_NUMBER.match(line.text))]
    for (number, value), (other, following) in itertools.pairwise(lone):
        if following == value + 1:
            yield from (number, other)
    for head, below in itertools.pairwise(lines):
        if head.gap and below.gap and FAR_NUMBER.search(head.text):
            yield head.number
    named = (line for line in lines if JOURNAL.are_in(line.text))
    texts = [(line.number, _comparable_text(line)) for line in named]
    often = _repeated_texts(texts, REPEATS_WITHOUT_PAGES)
    yield from (number for number, text in texts if text in often)

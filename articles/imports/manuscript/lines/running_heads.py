"""Running heads and page numbers: found by their place and by coming again, then put aside."""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

import msgspec

from articles.imports.readers.line import Line

PAGE_NUMBER = re.compile(r"^[\W_]{0,4}(\d{1,4})[\W_]{0,4}$")
EDGE_NUMBER = re.compile(
    r"^\W{0,3}(\d{1,4})\s{2,}|\s{2,}(\d{1,4})\W{0,3}$|^(\d{1,4})\s|\s(\d{1,4})$"
)
MASTHEAD = re.compile(
    r"\bissn\b|№\s*\d|\bvol\.|\bтом\b|вестник|хабаршы|журнал|bulletin|journal|серия|series"
    r"|\bт\.б\.|и др\.|et al", re.IGNORECASE
)  # fmt: skip
EDGE = 3  # lines at the top and at the bottom of a page that may be furniture
REPEATS_WITHOUT_PAGES = 3


class Sheets(msgspec.Struct, frozen=True):
    """What the paper says of its own pages."""

    furniture: frozenset[int] = frozenset()  # numbers of the lines put aside
    first: int = 0
    last: int = 0
    lines: tuple[int, ...] = ()  # where those two numbers stand


def find_furniture(lines: tuple[Line, ...]) -> Sheets:
    """Which lines are no part of the article."""
    pages = defaultdict(list)
    for line in lines:
        if line.page and line.kind == "text":
            pages[line.page].append(line)
    if len(pages) < 2:
        return Sheets(frozenset(_without_pages(lines)))
    edges = [(page, line) for page, members in pages.items() for line in _edges(members)]
    again = _repeated(edges)
    numbers = {line.number: found for _page, line in edges if (found := _page_number(line))}
    aside = {line.number for _page, line in edges if _shape(line) in again}
    aside |= {line.number for _page, line in edges if line.number in numbers and _is_only(line)}
    aside |= {line.number for _page, line in edges if _is_head(line, numbers)}
    return _sheets(aside, {n: numbers[n] for n in sorted(aside) if n in numbers})


def _edges(members: list[Line]) -> Iterator[Line]:
    seen = set()
    for line in members[:EDGE] + members[-EDGE:]:
        if line.number not in seen:
            seen.add(line.number)
            yield line


def _shape(line: Line) -> str:
    return re.sub(r"\s+", " ", re.sub(r"\d+", "#", line.text)).strip(" #").casefold()


def _repeated(edges: list[tuple[int, Line]]) -> set[str]:
    """Shapes that stand at the edge of more than one page."""
    shapes = {(page, _shape(line)) for page, line in edges}
    counts = Counter(shape for _page, shape in shapes)
    return {shape for shape, count in counts.items() if count > 1 and len(shape) > 6}


def _page_number(line: Line) -> int:
    found = PAGE_NUMBER.match(line.text) or EDGE_NUMBER.search(line.text)
    number = int(next((group for group in found.groups() if group), "0")) if found else 0
    return 0 if 1900 <= number <= 2100 else number  # more likely the year of the issue


def _is_only(line: Line) -> bool:
    return bool(PAGE_NUMBER.match(line.text))


def _is_head(line: Line, numbers: dict[int, int]) -> bool:
    """A head that comes once: a masthead beside a page number, set apart by blanks."""
    apart = re.search(r"^\d{1,4}\s{3,}|\s{3,}\d{1,4}$", line.text)
    return line.number in numbers and bool(apart) and bool(MASTHEAD.search(line.text))


def _sheets(aside: set[int], numbers: dict[int, int]) -> Sheets:
    """The page numbers, if they go up and do not begin at 1 as a manuscript's own do."""
    values = list(numbers.values())
    rising = all(0 <= b - a <= 1 for a, b in itertools.pairwise(values))
    if len(values) < 2 or not rising or values[0] < 3 or values[-1] == values[0]:
        return Sheets(frozenset(aside))
    places = list(numbers)
    return Sheets(frozenset(aside), values[0], values[-1], (places[0], places[-1]))


def _without_pages(lines: Iterable[Line]) -> Iterator[int]:
    """Text copied from a page view: lone numbers that go up by one, heads that come again."""
    lone = [(line.number, int(found[1])) for line in lines if (found := _lone(line))]
    for (number, value), (other, following) in itertools.pairwise(lone):
        if following == value + 1:
            yield from (number, other)
    shapes = Counter(_shape(line) for line in lines if MASTHEAD.search(line.text))
    often = {shape for shape, count in shapes.items() if count >= REPEATS_WITHOUT_PAGES}
    yield from (line.number for line in lines if len(_shape(line)) > 6 and _shape(line) in often)


def _lone(line: Line) -> re.Match[str] | None:
    return PAGE_NUMBER.match(line.text) if line.gap and line.kind == "text" else None

"""The pages of an article: its main range, and further ranges where it continues elsewhere.

A page is a text, since it may be `S5` or `xii`. A range is written with a hyphen: `20-22`.
"""

from __future__ import annotations

import re
from typing import Protocol

import msgspec
from django.utils.translation import gettext_lazy as _

from .cleaning import InvalidValue

DASHES = re.compile(r"\s*[-‐‑‒–—−]\s*")  # whatever is typed for a hyphen
PAGE = re.compile(r"\w[\w./]{0,19}")
SEPARATOR = re.compile(r"\s*[,;]\s*")


class HasPages(Protocol):
    """A record, or the summary of one."""

    @property
    def first_page(self) -> str: ...
    @property
    def last_page(self) -> str: ...
    @property
    def page_ranges(self) -> tuple[str, ...]: ...


class Pages(msgspec.Struct, frozen=True):
    """`first` to `last` is the main range; `further` are ranges such as `18` or `20-22`."""

    first: str = ""
    last: str = ""
    further: tuple[str, ...] = ()

    @property
    def end(self) -> str:
        """The page on which the article ends, for formats that know no more than two pages."""
        return self.further[-1].rpartition("-")[2] if self.further else self.last

    @property
    def ranges(self) -> tuple[str, ...]:
        """All ranges, the main one first."""
        main = "-".join(dict.fromkeys(filter(None, (self.first, self.last))))
        return (main, *self.further) if main else self.further

    @property
    def numbers(self) -> list[str]:
        """The first and the last page of every range."""
        return [page for pages in self.ranges for page in pages.split("-")]

    @property
    def count(self) -> int:
        """How many pages there are; 0 if that is unknown or one of them is no whole number."""
        if not self.first or not (self.last or self.further):
            return 0
        spans = [numbers_of(pages) for pages in self.ranges]
        counts = [span[1] - span[0] + 1 if span else 0 for span in spans]
        return sum(counts) if min(counts) > 0 else 0

    def listed(self, dash: str = "-") -> str:
        """Return `12-15, 18`, or `23` if the last page is unknown or the same."""
        main = dash.join(dict.fromkeys(filter(None, (self.first, self.last))))
        further = (part.replace("-", dash) for part in self.further)
        return ", ".join(filter(None, (main, *further)))


def pages_of(source: HasPages) -> Pages:
    """Return the pages of a record or its summary, as `pages_from` reads them."""
    return pages_from(source.first_page, source.last_page, source.page_ranges)


def pages_from(first_page: str, last_page: str, further: tuple[str, ...] = ()) -> Pages:
    """Return the pages, also where several ranges were typed into the first or the last page.

    A last page `15, 18` is page 15 and the further page 18; a first page `12-15` without a last
    page is a range.
    """
    first, *after_first = ranges_in(first_page)
    last, *after_last = ranges_in(last_page)
    last = last.removeprefix(f"{first}-") if first else last
    if not (first and last) and is_ascending(first or last):
        first, _dash, last = (first or last).partition("-")
    return Pages(first, last, (*after_first, *after_last, *further))


def read_pages(listed: str) -> Pages | None:
    """Return the pages in `12-15, 18`; None for what is no list of pages."""
    try:
        main, *further = [page_range(part) for part in SEPARATOR.split(listed.strip())]
    except InvalidValue:
        return None
    first, _dash, last = main.partition("-")
    return Pages(first, last, tuple(further))


def ranges_in(typed: str) -> list[str]:
    """Return `["12-15", "18"]` for `12–15, 18`; one entry, as typed, for anything else."""
    typed = typed.strip()
    try:
        return [page_range(part) for part in SEPARATOR.split(typed)]
    except InvalidValue:
        return [typed]


def is_ascending(pages: str) -> bool:
    """Whether it is a range of whole numbers; `1-23` may be one page of a first chapter."""
    first, _dash, last = pages.partition("-")
    return first.isdecimal() and last.isdecimal() and int(first) < int(last)


def page_range(typed: str) -> str:
    """Return `20-22`, or `18` for one page; raises InvalidValue for anything else."""
    pages = DASHES.split(typed.strip())
    if len(pages) > 2 or not all(PAGE.fullmatch(page) for page in pages):
        raise InvalidValue(
            _("“%(value)s” is no page and no range of pages. Write 18 or 20-22."), value=typed
        )
    return "-".join(dict.fromkeys(pages))


def numbers_of(pages: str) -> tuple[int, int] | None:
    """Return the first and last page of a range of whole numbers, in the order as written."""
    first, _dash, last = pages.partition("-")
    last = last or first
    return (int(first), int(last)) if first.isdecimal() and last.isdecimal() else None

"""Page numbers: their order, overlaps with other articles, and gaps."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from articles.records.findings import Finding, Level

from .messages import fill
from .neighbours import Neighbour
from .subject import Subject

BLANK_PAGES = 2  # an article may begin on the right, after a section's title

Range = tuple[int, int]


def check_page_order(subject: Subject) -> Iterator[Finding]:
    """The last page is not before the first; e12 and S5 are not compared."""
    record = subject.record
    first, last = record.first_page, record.last_page
    if first.isdecimal() and last.isdecimal() and int(last) < int(first):
        message = fill(_("Pages %(first)s–%(last)s."), first=first, last=last)
        yield Finding(
            subject.blocking_level,
            "last_page",
            None,
            message,
            _("The last page comes before the first."),
        )
    if last and not first:
        message = _("There is a last page but no first page.")
        yield Finding(Level.WARNS, "first_page", None, message, _("Enter it."))


def check_pages_in_issue(subject: Subject) -> Iterator[Finding]:
    """No other article of the issue has these pages, and none are missing before them."""
    mine = _pages(subject.record.first_page, subject.record.last_page)
    if not mine:
        return
    others = [
        (pages, neighbour)
        for neighbour in subject.neighbours.articles
        if (pages := _pages(neighbour.first_page, neighbour.last_page))
    ]
    for theirs, other in others:
        if _overlap(mine, theirs):
            yield _overlapping(subject, theirs, other)
    before = max((theirs[1] for theirs, _other in others if theirs[1] < mine[0]), default=0)
    gap = mine[0] - before - 1
    if before and gap > BLANK_PAGES:
        message = fill(
            _("No article has pages %(first)d–%(last)d, before this article."),
            first=before + 1,
            last=mine[0] - 1,
        )
        yield Finding(Level.NOTES, "first_page", None, message)


def _overlapping(subject: Subject, theirs: Range, other: Neighbour) -> Finding:
    return Finding(
        subject.blocking_level,
        "first_page",
        None,
        fill(
            _("Pages %(first)d–%(last)d are also used by “%(title)s”."),
            first=theirs[0],
            last=theirs[1],
            title=other.title or other.doi,
        ),
        _("Check which of the two is wrong."),
    )


def _pages(first: str, last: str) -> Range | None:
    last = last or first
    if not first.isdecimal() or not last.isdecimal() or int(first) > int(last):
        return None
    return int(first), int(last)


def _overlap(one: Range, other: Range) -> bool:
    """Whether two ranges overlap. Two short articles may share a page: one ends, one begins."""
    return (one[0] < other[1] and other[0] < one[1]) or one == other

"""Page numbers: their order, ranges, overlaps with other articles, and gaps."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from articles.records.findings import Finding, Level
from articles.records.pages import HasPages, numbers_of, pages_of, ranges_in

from .messages import fill
from .neighbours import Neighbour
from .subject import Subject

BLANK_PAGES = 2  # an article may begin on the right, after a section's title

Range = tuple[int, int]


def check_page_order(subject: Subject) -> Iterator[Finding]:
    """The last page is not before the first; e12 and S5 are not compared."""
    pages, fields = pages_of(subject.record), _fields(subject)
    for field, text in zip(fields, pages.ranges, strict=True):
        span = numbers_of(text)
        if span and span[1] < span[0]:
            message = fill(_("Pages %(first)s–%(last)s."), first=span[0], last=span[1])
            yield Finding(
                subject.blocking_level,
                field,
                None,
                message,
                _("The last page comes before the first."),
            )
    if pages.last and not pages.first:
        message = _("There is a last page but no first page.")
        yield Finding(Level.WARNS, "first_page", None, message, _("Enter it."))
    elif pages.further and not pages.first:
        message = _("There are further pages but no first page.")
        yield Finding(Level.WARNS, "first_page", None, message, _("Enter it."))


def check_page_inputs(subject: Subject) -> Iterator[Finding]:
    """Each of the fields for the first and the last page holds one page."""
    record, pages = subject.record, pages_of(subject.record)
    for field, typed in (("first_page", record.first_page), ("last_page", record.last_page)):
        if not typed.strip() or ranges_in(typed) in ([pages.first], [pages.last]):
            continue
        remedy = _(
            "Move them: first page %(first)s, last page %(last)s, further pages %(further)s."
        )
        yield Finding(
            Level.WARNS,
            field,
            None,
            fill(_("“%(typed)s” is more than one page."), typed=typed),
            fill(
                remedy,
                first=pages.first or "–",
                last=pages.last or "–",
                further=", ".join(pages.further) or "–",
            ),
        )


def check_overlap_within(subject: Subject) -> Iterator[Finding]:
    """No page is in two ranges of the article."""
    fields, ranges = _fields(subject), pages_of(subject.record).ranges
    spans = [numbers_of(text) for text in ranges]
    for place, mine in enumerate(spans):
        for text, other in zip(ranges[:place], spans[:place], strict=True):
            if mine and other and mine[0] <= other[1] and other[0] <= mine[1]:
                message = _("Pages %(mine)s overlap pages %(other)s of this article.")
                yield Finding(
                    subject.blocking_level,
                    fields[place],
                    None,
                    fill(message, mine=ranges[place], other=text),
                    _("Leave each page in one range."),
                )


def _fields(subject: Subject) -> list[str]:
    """The field of each range in the order of `Pages.ranges`; typed into a last page: that one."""
    record, pages = subject.record, pages_of(subject.record)
    main = ["last_page"] if pages.first or pages.last else []
    in_last = len(ranges_in(record.last_page)) - 1
    in_first = len(pages.further) - in_last - len(record.page_ranges)
    own = [f"page_ranges[{place}]" for place in range(1, len(record.page_ranges) + 1)]
    return [*main, *["first_page"] * in_first, *["last_page"] * in_last, *own]


def check_pages_in_issue(subject: Subject) -> Iterator[Finding]:
    """No other article of the issue has these pages, and none are missing before them."""
    mine = _spans(subject.record)
    if not mine:
        return
    others = [
        (span, neighbour) for neighbour in subject.neighbours.articles for span in _spans(neighbour)
    ]
    for theirs, other in others:
        if any(_overlap(span, theirs) for span in mine):
            yield _overlapping(subject, theirs, other)
    start = mine[0][0]
    before = max((theirs[1] for theirs, _other in others if theirs[1] < start), default=0)
    gap = start - before - 1
    if before and gap > BLANK_PAGES:
        message = fill(
            _("No article has pages %(first)d–%(last)d, before this article."),
            first=before + 1,
            last=start - 1,
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


def _spans(source: HasPages) -> list[Range]:
    """The ranges of whole numbers that are not reversed, in the order as printed."""
    spans = map(numbers_of, pages_of(source).ranges)
    return [span for span in spans if span and span[0] <= span[1]]


def _overlap(one: Range, other: Range) -> bool:
    """Whether two ranges overlap. Two short articles may share a page: one ends, one begins."""
    return (one[0] < other[1] and other[0] < one[1]) or one == other

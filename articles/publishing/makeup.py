"""The make-up of an issue: order and pages of its articles, gaps and overlaps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import msgspec
from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from articles.editing import save_article
from articles.models import Article, Issue, Revision, User
from articles.records.record import Galley, Record

LAST = 10_000  # the place of an article without a position


class MakeupArticle(msgspec.Struct, frozen=True, kw_only=True):
    """An article of the issue with its latest record; `length` is in pages, 0 if unknown."""

    pk: int
    version: int
    record: Record
    length: int

    @property
    def first(self) -> int:
        return number(self.record.first_page)

    @property
    def last(self) -> int:
        return number(self.record.last_page) or self.first


def number(page: str) -> int:
    """The page as a number; 0 for S12 and the like."""
    return int(page) if page.isascii() and page.isdigit() and len(page) < 6 else 0


def makeup_articles(issue: Issue) -> list[MakeupArticle]:
    """The articles of the issue in their order; one query."""
    rows = Revision.objects.filter(article__issue=issue, version=F("article__version")).exclude(
        article__status=Article.Status.WITHDRAWN
    )
    articles = [
        MakeupArticle(
            pk=row.article_id,
            version=row.version,
            record=row.record,
            length=page_count(row.record),
        )
        for row in rows
    ]
    return sorted(
        articles,
        key=lambda article: (article.record.position or LAST, article.first, article.pk),
    )


def page_count(record: Record) -> int:
    """The number of pages: of the PDF in the article's language, else by the page numbers."""
    pdf = own_pdf(record, with_pages=True)
    if pdf:
        return pdf.pages or 0
    first, last = number(record.first_page), number(record.last_page)
    return last - first + 1 if first and last >= first else 0


def own_pdf(record: Record, *, with_pages: bool = False) -> Galley | None:
    """The PDF in the article's language, else the first; `with_pages`: of those counted."""
    files = [galley for galley in record.galleys if galley.kind == "pdf"]
    usable = [galley for galley in files if galley.pages] if with_pages else files
    own = [galley for galley in usable if galley.language == record.language] or usable
    return own[0] if own else None


def page_ranges(lengths: Iterable[int], start: int) -> Iterator[tuple[int, int]]:
    """First and last page of each article; (0, 0) from the first one of unknown length on."""
    page = start
    for count in lengths:
        if not count or not page:
            page = 0
            yield 0, 0
            continue
        yield page, page + count - 1
        page += count


def page_problems(articles: Sequence[MakeupArticle]) -> dict[int, str]:
    """Gaps, overlaps and wrong lengths, as messages by the article's key."""
    problems: dict[int, str] = {}
    end = 0
    for article in articles:
        if not article.first:
            problems[article.pk] = _("No pages yet.")
            continue
        if end and article.first > end + 1:
            lost = {"first": end + 1, "last": article.first - 1}
            problems[article.pk] = _("Missing pages before it: %(first)d–%(last)d.") % lost
        elif end and article.first <= end:
            both = {"first": article.first, "last": min(end, article.last)}
            problems[article.pk] = (
                _("Pages overlap with the previous article: %(first)d–%(last)d.") % both
            )
        if article.length and article.last - article.first + 1 != article.length:
            counts = {"given": article.last - article.first + 1, "file": article.length}
            problems[article.pk] = (
                _("Pages given: %(given)d; pages in the file: %(file)d.") % counts
            )
        end = max(end, article.last)
    return problems


class PageSpan(msgspec.Struct, frozen=True):
    """Pages of the issue that the same number of articles occupy: 0 if they are empty."""

    first: int
    last: int
    articles: int


def page_spans(articles: Iterable[MakeupArticle]) -> Iterator[PageSpan]:
    """The pages of the issue from first to last, cut where an article begins or ends."""
    changes: Counter[int] = Counter()
    for article in articles:
        if article.first and article.last >= article.first:
            changes[article.first] += 1
            changes[article.last + 1] -= 1
    count = 0
    for start, end in pairwise(sorted(changes)):
        count += changes[start]
        yield PageSpan(start, end - 1, count)


class Placement(msgspec.Struct, frozen=True):
    position: int | None
    first_page: str
    last_page: str


@transaction.atomic
def save_placements(
    issue: Issue, placements: dict[int, tuple[int, Placement]], editor: User | None
) -> int:
    """Saves positions and pages, by the article's key, with the version that the editor saw.

    Saves all or none (raises EditConflict). Returns how many articles changed.
    """
    saved = 0
    rows = issue.articles.select_related("journal", "issue", "section")
    articles = rows.in_bulk(list(placements))
    for pk, article in articles.items():
        base, place = placements[pk]
        seen = Revision.objects.get(article=article, version=base).record
        record = msgspec.structs.replace(
            seen,
            position=place.position,
            first_page=place.first_page,
            last_page=place.last_page,
        )
        if record != seen:
            save_article(
                record, article=article, base=base, editor=editor, reason=_("layout of the issue")
            )
            saved += 1
    return saved

"""The make-up of an issue: which pages its articles take, in their order; gaps and overlaps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec
from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from articles.editing import save_article
from articles.models import Article, Issue, Revision, User
from articles.records.record import Record


class Placed(msgspec.Struct, frozen=True, kw_only=True):
    """An article of the issue where it stands; `length` in pages, 0 where nothing tells it."""

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
    """0 for what is no plain number, such as S12."""
    return int(page) if page.isascii() and page.isdigit() and len(page) < 6 else 0


def placed(issue: Issue) -> list[Placed]:
    """In the order of the issue; one query."""
    rows = Revision.objects.filter(article__issue=issue, version=F("article__version")).exclude(
        article__status=Article.Status.WITHDRAWN
    )
    found = [
        Placed(pk=row.article_id, version=row.version, record=row.record, length=length(row.record))
        for row in rows
    ]
    return sorted(found, key=lambda one: (one.record.position or 10_000, one.first, one.pk))


def length(record: Record) -> int:
    """By the file in the language of the text, else by the pages that are given."""
    files = [one for one in record.galleys if one.kind == "pdf" and one.pages]
    own = [one for one in files if one.language == record.language] or files
    if own:
        return own[0].pages or 0
    first, last = number(record.first_page), number(record.last_page)
    return last - first + 1 if first and last >= first else 0


def ranges(lengths: Iterable[int], start: int) -> Iterator[tuple[int, int]]:
    """First and last page of each; (0, 0) from the first one on whose length is not known."""
    page = start
    for count in lengths:
        if not count or not page:
            page = 0
            yield 0, 0
            continue
        yield page, page + count - 1
        page += count


def problems(articles: Sequence[Placed]) -> dict[int, str]:
    """What is wrong between an article and the one before it, by the article's key."""
    found: dict[int, str] = {}
    end = 0
    for one in articles:
        if not one.first:
            found[one.pk] = _("No pages yet.")
            continue
        if end and one.first > end + 1:
            lost = {"first": end + 1, "last": one.first - 1}
            found[one.pk] = _("Missing pages before it: %(first)d–%(last)d.") % lost
        elif end and one.first <= end:
            both = {"first": one.first, "last": min(end, one.last)}
            found[one.pk] = _("Pages overlap with the previous article: %(first)d–%(last)d.") % both
        if one.length and one.last - one.first + 1 != one.length:
            counts = {"given": one.last - one.first + 1, "file": one.length}
            found[one.pk] = _("Pages given: %(given)d; pages in the file: %(file)d.") % counts
        end = max(end, one.last)
    return found


class Wanted(msgspec.Struct, frozen=True):
    position: int | None
    first_page: str
    last_page: str


@transaction.atomic
def arrange(issue: Issue, wanted: dict[int, tuple[int, Wanted]], editor: User | None) -> int:
    """Saves places and pages, `wanted` by the article's key with the version that was seen.

    All of them, or none: raises EditConflict. Returns how many changed.
    """
    saved = 0
    articles = issue.articles.select_related("journal", "issue", "section").in_bulk(list(wanted))
    for pk, article in articles.items():
        base, place = wanted[pk]
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

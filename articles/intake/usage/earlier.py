"""Counts of an earlier system taken over: matched by the numbers that articles had there.

An import replaces what was taken over before for the same articles, so repeating it adds nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

import msgspec
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import Article, EarlierItem, Journal, Usage, UsageState
from articles.usage.earlier_table import (
    EMPTY,
    NO_HEADINGS,
    TOO_LARGE,
    EarlierCount,
    EarlierTable,
)

from .saving import ONLY_ROW

Kind = Usage.Kind


class Match(msgspec.Struct, frozen=True):
    """An article here, and what the table counts for it."""

    article: int
    title: str
    views: int
    downloads: int


class EarlierPlan(msgspec.Struct, frozen=True):
    """What an import would do."""

    matches: list[Match]
    unknown: list[EarlierCount]  # without an article here
    bad_lines: list[int]
    rows: list[tuple[int, date, int, int]]  # article, day, views, downloads


def plan_import(table: EarlierTable, journal: Journal, until: date) -> EarlierPlan:
    """`until` is the day to which the earlier system counted: that of rows without a month."""
    articles = articles_by_number(journal)
    known = [count for count in table.counts if count.id in articles]
    rows: dict[tuple[int, date], list[int]] = defaultdict(lambda: [0, 0])
    for count in known:
        row = rows[articles[count.id], count.month or until]
        row[0] += count.views
        row[1] += count.downloads
    sums: dict[int, list[int]] = defaultdict(lambda: [0, 0])
    for (article, _day), (views, downloads) in rows.items():
        sums[article][0] += views
        sums[article][1] += downloads
    titles = {article.pk: str(article) for article in Article.objects.filter(pk__in=sums)}
    return EarlierPlan(
        matches=[Match(key, titles[key], *sums[key]) for key in sorted(sums)],
        unknown=[count for count in table.counts if count.id not in articles],
        bad_lines=table.bad_lines,
        rows=[(*key, row[0], row[1]) for key, row in sorted(rows.items())],
    )


def articles_by_number(journal: Journal) -> dict[str, int]:
    """The articles of this journal by the number that the earlier site gave them."""
    items = EarlierItem.objects.filter(
        kind=EarlierItem.Kind.ARTICLE, article__journal=journal, site__journal=journal
    )
    return dict(items.values_list("key", "article"))


@transaction.atomic
def save_earlier(rows: Iterable[tuple[int, date, int, int]]) -> int:
    """Replace the earlier counts of the articles; returns how many articles have some now."""
    rows = list(rows)
    articles = {article for article, *_rest in rows}
    Usage.objects.filter(article__in=articles, source=Usage.Source.EARLIER).delete()
    Usage.objects.bulk_create(
        Usage(article_id=article, day=day, kind=kind, source=Usage.Source.EARLIER, count=count)
        for article, day, views, downloads in rows
        for kind, count in counts_of(views, downloads)
        if count
    )
    UsageState.objects.get_or_create(pk=ONLY_ROW, defaults={"saved_at": timezone.now()})
    UsageState.objects.filter(pk=ONLY_ROW).update(number=F("number") + 1)  # pages of usage change
    return len(articles)


def counts_of(views: int, downloads: int) -> list[tuple[str, int]]:
    """An investigation is a view of the page or of a file; how many sessions is not known."""
    return [
        (Kind.TOTAL_INVESTIGATIONS, views + downloads),
        (Kind.TOTAL_REQUESTS, downloads),
        (Kind.DOWNLOADS, downloads),
    ]


def why_no_table(reason: str) -> str:
    """The message for a reason of NotATable."""
    messages = {
        EMPTY: _("The file is empty."),
        TOO_LARGE: _("The file is larger than 20 MB: it is no table of articles."),
        NO_HEADINGS: _(
            "No headings such as ID, Title, Abstract Views, File Views were found. In OJS: "
            "Statistics → Articles → Download Report → Articles."
        ),
    }
    return messages.get(reason) or _("This is no CSV file in UTF-8.")

"""Usage of articles as pages and reports show it: by month, by article, by country."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from django.db.models import Max, QuerySet, Sum
from django.db.models.functions import TruncMonth

from articles.models.usage import Usage, UsageState
from articles.usage.chart import Month, all_months

from .public_state import article_state

Kind, Source = Usage.Kind, Usage.Source


class Figures(NamedTuple):
    """Sums of an article, or of any number of them."""

    views: int = 0
    downloads: int = 0


class ArticleUsage(NamedTuple):
    months: list[Month]  # on this site, without a gap
    here: Figures
    earlier: Figures  # in the system before this one

    @property
    def all(self) -> Figures:
        return Figures(
            self.here.views + self.earlier.views, self.here.downloads + self.earlier.downloads
        )


def usage_state(pk: int, **arguments: object) -> int | None:
    """The state of an article's usage: another one after each count, and when its page changes."""
    state = article_state(pk)
    number = UsageState.objects.values_list("number", flat=True).first() or 0
    return None if state is None else state + number


def usage_of(rows: QuerySet[Usage]) -> ArticleUsage:
    """Everything that the chart and the sums say of these rows; one query."""
    by_month = rows.annotate(month=TruncMonth("day")).values_list("source", "month", "kind")
    here: dict[date, dict[str, int]] = defaultdict(dict)
    earlier: dict[str, int] = defaultdict(int)
    for source, month, kind, count in by_month.annotate(sum=Sum("count")).order_by("month"):
        if source == Source.SITE:
            here[month][kind] = count
        else:
            earlier[kind] += count
    months = months_of(here)
    return ArticleUsage(
        months,
        Figures(sum(month.views for month in months), sum(month.downloads for month in months)),
        figures(earlier),
    )


def months_of(counts: Mapping[date, Mapping[str, int]]) -> list[Month]:
    if not counts:
        return []
    return [
        Month(
            first_day=month,
            **figures(counts.get(month, {}))._asdict(),
            unique_views=counts.get(month, {}).get(Kind.UNIQUE_INVESTIGATIONS, 0),
            requests=counts.get(month, {}).get(Kind.TOTAL_REQUESTS, 0),
        )
        for month in all_months(min(counts), max(counts))
    ]


def figures(counts: Mapping[str, int]) -> Figures:
    """Readers know views of a page and downloads; COUNTER's investigations are both together."""
    downloads = counts.get(Kind.DOWNLOADS, 0)
    return Figures(counts.get(Kind.TOTAL_INVESTIGATIONS, 0) - downloads, downloads)


def counted_until() -> date | None:
    """The last day of this site that has been counted."""
    return Usage.objects.filter(source=Source.SITE).aggregate(day=Max("day"))["day"]

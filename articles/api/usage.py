"""Usage of a journal's articles, of journals that show it to readers; COUNTER's reports as CSV."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja import Field, Router
from ninja.errors import HttpError

from articles import models
from articles.queries.usage_reports import usage_counts, usage_report
from articles.usage.counting import Metric
from articles.usage.months import InvalidMonths, month_range
from articles.usage.reports import NAMES, write_csv

from .shapes import Problem, Slug, UsageList

router = Router(tags=["usage"])
Month = Annotated[str, Field(pattern=r"^\d{4}-\d{2}$", examples=["2026-01"])]
NO_MONTHS = "begin_date and end_date are months such as 2026-01, at most 120, the first one first."


@router.get(
    "/{slug}/usage",
    response={200: UsageList, 400: Problem, 404: Problem, 422: Problem},
    summary="How often a journal's articles were used, by month and COUNTER metric",
)
def usage(
    request: HttpRequest, slug: Slug, begin_date: Month | None = None, end_date: Month | None = None
) -> dict[str, Any]:
    """The last twelve months, unless others are named. 404 where a journal does not show it."""
    journal, months = shown_journal(slug), months_or_400(begin_date, end_date)
    counts = usage_counts(journal, months)
    results = [
        {
            "article": article,
            "month": f"{month:%Y-%m}",
            "metric": NAMES[Metric(kind)],
            "count": count,
        }
        for article, of_article in sorted(counts.items())
        for (kind, month), count in sorted(of_article.items(), key=lambda row: (row[0][1], row[0]))
        if kind in NAMES
    ]
    return {
        "begin_date": f"{months[0]:%Y-%m}",
        "end_date": f"{months[-1]:%Y-%m}",
        "results": results,
    }


@router.get(
    "/{slug}/usage/{report}.csv",
    response={400: Problem, 404: Problem, 422: Problem},
    summary="A COUNTER report as CSV",
)
def usage_csv(
    request: HttpRequest,
    slug: Slug,
    report: Literal["TR_J3", "IR_A1", "IR", "TR_J1"],
    begin_date: Month | None = None,
    end_date: Month | None = None,
) -> HttpResponse:
    """COUNTER 5.1, of “The World”: nobody knows who reads."""
    journal, months = shown_journal(slug), months_or_400(begin_date, end_date)
    lines = usage_report(report, journal, months, timezone.now())
    return HttpResponse(write_csv(lines), content_type="text/csv; charset=utf-8")


def shown_journal(slug: str) -> models.Journal:
    """Raises Http404 also for a journal that shows its usage to editors alone."""
    journal = get_object_or_404(models.Journal, slug=slug)
    if not journal.shows_usage:
        raise Http404
    return journal


def months_or_400(begin: str | None, end: str | None) -> Any:
    try:
        return month_range(begin or "", end or "", timezone.localdate())
    except InvalidMonths as error:
        raise HttpError(400, NO_MONTHS) from error

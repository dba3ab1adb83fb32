"""The page of usage: by article and by month, with a filter, and the same as files."""

from __future__ import annotations

from typing import Any, NamedTuple

from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.core.paginator import Page, Paginator
from django.db.models import Q, QuerySet, Sum
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import Article, Journal, Usage
from articles.models.roles import Action, articles_within, can_do
from articles.queries.usage import counted_until, usage_of
from articles.queries.usage_reports import usage_report
from articles.usage.chart import month_chart
from articles.usage.reports import KINDS, safe_cell, write_csv

from ..pages import render_page
from ..permissions import editor_of
from .filter_form import UsageFilter

ON_PAGE = 50
COUNTRIES = 20
BYTE_ORDER_MARK = "\N{BYTE ORDER MARK}".encode()  # for spreadsheets
Kind, Source = Usage.Kind, Usage.Source
HERE = Q(source=Source.SITE)


def counted(kind: str, source: Q = HERE) -> Sum:
    return Sum("count", filter=Q(kind=kind) & source, default=0)


COLUMNS = {
    "investigations": counted(Kind.TOTAL_INVESTIGATIONS),
    "unique_investigations": counted(Kind.UNIQUE_INVESTIGATIONS),
    "requests": counted(Kind.TOTAL_REQUESTS),
    "unique_requests": counted(Kind.UNIQUE_REQUESTS),
    "downloads": counted(Kind.DOWNLOADS),
    "earlier_views": counted(Kind.TOTAL_INVESTIGATIONS, Q(source=Source.EARLIER)),
}


class ArticleRow(NamedTuple):
    article: Article
    counts: dict[str, int]


def usage_page(admin: ModelAdmin[Any], request: HttpRequest) -> HttpResponse:
    """Everybody who may see articles sees how often they are used."""
    form = UsageFilter(request.GET, editor=editor_of(request))
    rows = usage_rows(request, form)
    usage = usage_of(rows)
    by_country = rows.filter(HERE, kind=Kind.TOTAL_INVESTIGATIONS).exclude(country="")
    countries = by_country.values_list("country").annotate(views=Sum("count"))
    journal = form.chosen_journal()
    return render_page(
        admin,
        request,
        "admin/usage/list.html",
        _("Usage"),
        form=form,
        journal=journal,
        months=form.months(),
        usage=usage,
        chart=month_chart(usage.months),
        page=article_rows(rows, request.GET.get("page", "1")),
        countries=countries.order_by("-views", "country")[:COUNTRIES],
        counted_until=counted_until(),
        reports=[(id, kind.name) for id, kind in KINDS.items()] if journal else [],
        query=form.query(),
        may_import=can_do(request.user, Action.MANAGE),
    )


def usage_rows(request: HttpRequest, form: UsageFilter) -> QuerySet[Usage]:
    """Of the articles that the editor may see, and that the filter names."""
    first, last = form.days()
    within = Q(day__range=(first, last)) | Q(source=Source.EARLIER)
    rows = Usage.objects.filter(
        articles_within(editor_of(request), Action.VIEW, "article__"), within
    )
    if journal := form.chosen_journal():
        rows = rows.filter(article__journal=journal)
    if article := form.cleaned_data.get("article"):
        rows = rows.filter(article=article)
    return rows


def sums_by_article(rows: QuerySet[Usage]) -> Any:
    sums: Any = rows.values("article").annotate(**COLUMNS)  # their names are not fields
    return sums.order_by("-investigations", "article")


def article_rows(rows: QuerySet[Usage], number: str) -> Page[ArticleRow]:
    """Three queries: how many articles, their sums, their titles."""
    page = Paginator(sums_by_article(rows), ON_PAGE).get_page(number)
    sums = list(page.object_list)
    articles = Article.objects.in_bulk([row["article"] for row in sums])
    page.object_list = [ArticleRow(articles[row["article"]], row) for row in sums]
    return page


def table_file(admin: ModelAdmin[Any], request: HttpRequest) -> HttpResponse:
    """The table of the page as CSV, all articles in it."""
    form = UsageFilter(request.GET, editor=editor_of(request))
    sums = list(sums_by_article(usage_rows(request, form)))
    articles = Article.objects.in_bulk([row["article"] for row in sums])
    lines = [["article", "doi", "title", *COLUMNS]]
    for row in sums:
        article = articles[row["article"]]
        cells = [str(article.pk), article.doi or "", safe_cell(str(article))]
        lines.append([*cells, *(str(row[name]) for name in COLUMNS)])
    first, last = form.days()
    return csv_response(write_csv(lines), f"usage-{first:%Y-%m}-{last:%Y-%m}.csv")


def report_file(
    admin: ModelAdmin[Any], request: HttpRequest, journal: str, id: str
) -> HttpResponse:
    """A COUNTER report of the months of the filter."""
    row = get_object_or_404(Journal, slug=journal)
    if not can_do(request.user, Action.VIEW, row):
        raise PermissionDenied
    if id not in KINDS:
        raise Http404
    months = UsageFilter(request.GET, editor=editor_of(request)).months()
    lines = usage_report(id, row, months, timezone.now())
    name = f"{id}-{journal}-{months[0]:%Y-%m}-{months[-1]:%Y-%m}.csv"
    return csv_response(write_csv(lines), name)


def csv_response(content: bytes, name: str) -> HttpResponse:
    response = HttpResponse(BYTE_ORDER_MARK + content, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response

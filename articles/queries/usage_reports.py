"""What COUNTER's reports are made of: a journal's articles that were used, with their counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime

from django.conf import settings
from django.db.models import Sum
from django.db.models.functions import TruncMonth

from articles.models.article import Article
from articles.models.journal import Journal
from articles.models.usage import Usage
from articles.records.languages import LANGUAGES, prefer
from articles.records.licences import is_open_access
from articles.records.markup import flat
from articles.records.names import inverted_name
from articles.records.record import Authorship, Record
from articles.records.urls import page_url
from articles.usage.months import last_day
from articles.usage.reports import Counts, Item, Lines, Request, report
from articles.usage.reports import Journal as ReportJournal

from .record_facts import text_of
from .released_records import released_records
from .usage import counted_until

AUTHORS = 3  # COUNTER wants no more of an article


def usage_report(id: str, journal: Journal, months: Sequence[date], now: datetime) -> Lines:
    """The lines of a COUNTER report over these months; English names where there are any."""
    created = f"{now.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
    request = Request(months, created, counted_until())
    return report(id, report_journal(journal), items(journal, request), request)


def report_journal(journal: Journal) -> ReportJournal:
    return ReportJournal(
        id=journal.pk,
        title=prefer(text_of(journal, "name"), "en") or journal.slug,
        publisher=prefer(text_of(journal, "publisher"), "en"),
        platform=settings.SITE_HOST,
        issn_print=journal.issn_print,
        issn_online=journal.issn_online,
        url=f"{settings.SITE_URL}/en/{journal.slug}/",
    )


def access_type(licence: str) -> str:
    """Everything here can be read by everybody; Open is what a licence opens for good."""
    return "Open" if is_open_access(licence) else "Free_To_Read"


def items(journal: Journal, request: Request) -> Iterator[Item]:
    """The articles with usage on this site in these months, in the order of their keys."""
    counts = usage_counts(journal, request.months)
    articles = Article.objects.filter(pk__in=counts).order_by("pk")
    for record in released_records(articles):
        yield item(record, journal, counts[record.id or 0])


def usage_counts(journal: Journal, months: Sequence[date]) -> dict[int, Counts]:
    """Return counts by article, then by metric and month; those of this site alone."""
    rows = Usage.objects.filter(
        article__journal=journal,
        source=Usage.Source.SITE,
        day__range=(months[0], last_day(months[-1])),
    )
    sums = rows.annotate(month=TruncMonth("day")).values_list("article", "kind", "month")
    counts: dict[int, dict[tuple[str, date], int]] = defaultdict(dict)
    for article, kind, month, count in sums.annotate(sum=Sum("count")):
        counts[article][kind, month] = count
    return dict(counts)


def item(record: Record, journal: Journal, counts: Counts) -> Item:
    return Item(
        id=record.id or 0,
        title=flat(prefer(record.title, "en", record.language)),
        authors="; ".join(filter(None, map(author_text, record.authors[:AUTHORS]))),
        published_on=record.published_on,
        doi=record.doi,
        url=page_url(record, record.language),
        access_type=access_type(record.licence or journal.licence),
        counts=counts,
    )


def author_text(author: Authorship) -> str:
    """`Tolegenova, Ulzhan (ORCID:0000-0002-1825-0097)`"""
    name = next((author.names[code] for code in ("en", *LANGUAGES) if code in author.names), None)
    text = inverted_name(name) if name else prefer(author.collective, "en")
    return f"{text} (ORCID:{author.orcid})" if text and author.orcid else text

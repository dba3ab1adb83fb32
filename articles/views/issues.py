"""The archive by years, and the contents of an issue by sections."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from articles.exports import ENTRY_FORMATS
from articles.models import Issue, Journal, Listing
from articles.page_cache import cached_page
from articles.queries.issues import (
    contents,
    issue_with_neighbours,
    issues_with_counts,
    newest_issues,
)
from articles.queries.journals import journal_with_pages
from articles.queries.public_state import journal_state
from articles.queries.record_facts import text_of
from articles.records.languages import Language, Text
from articles.records.pages import pages_of

from . import labels
from .article_list import ArticleInList, articles_in_issue
from .issue_link import IssueLink, issue_link
from .language_names import reader_language, short_names
from .page_layout import render_page


class YearOfArchive(NamedTuple):
    year: int
    issues: list[IssueLink]

    @property
    def issue_count(self) -> str:
        return labels.issue_count(len(self.issues))


class SectionOfIssue(NamedTuple):
    title: Text
    articles: list[ArticleInList]


@require_safe
@cached_page(journal_state)
def issue_list(request: HttpRequest, journal: str) -> HttpResponse:
    journal_row = journal_or_404(journal)
    issues = issues_with_counts(journal_row)
    context = {
        "years": years(issues, journal_row),
        "issue_count": labels.issue_count(len(issues)),
        "article_count": labels.article_count(sum(issue.public_article_count for issue in issues)),
    }
    return render_page(request, "issues", context, journal_row)


@require_safe
def issue_current(request: HttpRequest, journal: str) -> HttpResponse:
    """Leads to the newest issue, so that no menu needs to ask which one it is."""
    issues = newest_issues(journal_or_404(journal))
    if not issues:
        return redirect("issue_list", journal=journal)
    return redirect("issue_detail", journal=journal, pk=issues[0].pk)


@require_safe
@cached_page(journal_state)
def issue_detail(request: HttpRequest, journal: str, pk: int) -> HttpResponse:
    journal_row = journal_or_404(journal)
    near = issue_with_neighbours(journal_row, pk)
    if near is None:
        raise Http404
    listings = contents(near.issue)
    context = {
        "issue": issue_link(near.issue, journal, len(listings)),
        "newer": issue_link(near.newer, journal) if near.newer else None,
        "older": issue_link(near.older, journal) if near.older else None,
        "sections": sections(listings, reader_language()),
        "pages": page_range_of(listings),
        "languages": languages_of(listings),
        "entry_formats": ENTRY_FORMATS,
    }
    return render_page(request, "issue", context, journal_row)


def years(issues: Iterable[Issue], journal: Journal) -> list[YearOfArchive]:
    """`issues` with their `article_count`, the newest first."""
    return [
        YearOfArchive(
            year, [issue_link(issue, journal.slug, issue.public_article_count) for issue in of_year]
        )
        for year, of_year in groupby(issues, lambda issue: issue.year)
    ]


def sections(listings: Iterable[Listing], reader: Language) -> list[SectionOfIssue]:
    """Articles of one section together, in the order that the sections have."""
    return [
        SectionOfIssue(
            text_of(section, "title") if section else {}, articles_in_issue(of_section, reader)
        )
        for section, of_section in groupby(listings, lambda listing: listing.section)
    ]


def languages_of(listings: Iterable[Listing]) -> str:
    """`қаз., рус.`: the languages of the full texts."""
    codes = {listing.summary.language for listing in listings}
    return ", ".join(name for code, name in short_names().items() if code in codes)


def page_range_of(listings: Sequence[Listing]) -> str:
    """From the first page of the issue to the last; '' where no page has a whole number."""
    summaries = [listing.summary for listing in listings]
    pages = [page for summary in summaries for page in pages_of(summary).numbers]
    numbers = sorted(int(page) for page in pages if page.isdecimal())
    ends = dict.fromkeys((numbers[0], numbers[-1])) if numbers else ()
    return labels.page_range("–".join(map(str, ends)))


def journal_or_404(slug: str) -> Journal:
    journal = journal_with_pages(slug)
    if journal is None:
        raise Http404
    return journal

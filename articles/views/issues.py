"""The archive by years, and the contents of an issue by sections."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_safe

from articles.models import Journal, Listing
from articles.page_cache import cached_page
from articles.queries.issues import (
    contents,
    issue_with_neighbours,
    issues_with_counts,
    newest_issues,
)
from articles.queries.journals import journal_with_pages
from articles.queries.public_state import journal_state
from articles.queries.record_facts import issue_facts, text_of
from articles.records.html import Shown, shown
from articles.records.languages import Language

from .entries import Entry, entry
from .frame import frame_of
from .issue_link import issue_link
from .part import Items, Part
from .rendering import page
from .words import articles_counted, issues_counted, pages_of, reader_language


class Group(Part, frozen=True):
    title: Shown | None
    entries: Items[Entry]


@require_safe
@cached_page(journal_state)
def issue_list(request: HttpRequest, journal: str) -> HttpResponse:
    row = journal_or_404(journal)
    rows, frame = issues_with_counts(row), frame_of(request, row)
    issues = [issue_link(issue_facts(one), frame, one.public_article_count) for one in rows]
    years = [(year, Items(some)) for year, some in groupby(issues, lambda one: one.year)]
    reader = frame.language
    context = {
        "years": [(str(year), issues_counted(len(some), reader), some) for year, some in years],
        "issues": issues_counted(len(issues), reader),
        "articles": articles_counted(sum(one.public_article_count for one in rows), reader),
    }
    return page(frame, "issues", context)


@require_safe
def issue_current(request: HttpRequest, journal: str) -> HttpResponse:
    """Leads to the newest issue, so that no menu needs to ask which one it is."""
    row = journal_or_404(journal)
    archive = f"/{reader_language()}/{row.slug}/issues/"
    issues = newest_issues(row)
    return HttpResponseRedirect(f"{archive}{issues[0].pk}/" if issues else archive)


@require_safe
@cached_page(journal_state)
def issue_detail(request: HttpRequest, journal: str, pk: int) -> HttpResponse:
    row = journal_or_404(journal)
    near = issue_with_neighbours(row, pk)
    if near is None:
        raise Http404
    frame, articles, facts = frame_of(request, row), contents(near.issue), issue_facts(near.issue)
    context = {
        "issue": issue_link(facts, frame, len(articles)),
        "newer": [issue_link(issue_facts(near.newer), frame)] if near.newer else [],
        "older": [issue_link(issue_facts(near.older), frame)] if near.older else [],
        "description": shown(facts.description, frame.language, "kk"),
        **sections(articles, frame.language),
    }
    return page(frame, "issue", context)


def sections(articles: Sequence[Listing], reader: Language) -> dict[str, Any]:
    """Articles of one section together, in the order that the sections have."""
    groups = [
        section_group(list(some), reader)
        for _key, some in groupby(articles, lambda one: one.section_id)
    ]
    numbers = [(one.summary.first_page, one.summary.last_page) for one in articles]
    whole = [number for pair in numbers for number in pair if number.isdecimal()]
    return {
        "groups": groups,
        "pages": pages_of(min(whole, key=int), max(whole, key=int)) if whole else "",
    }


def section_group(articles: list[Listing], reader: Language) -> Group:
    section = articles[0].section
    title = shown(text_of(section, "title"), reader, "kk") if section else None
    return Group(title=title, entries=Items(entry(one.summary, reader) for one in articles))


def journal_or_404(slug: str) -> Journal:
    row = journal_with_pages(slug)
    if row is None:
        raise Http404
    return row

"""The archive by years, and the contents of an issue by sections."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_safe

from articles.queries.journals import Masthead, masthead_named
from articles.queries.listings import (
    IssueRow,
    Listed,
    articles_of,
    issues_of,
    newest_issues_of,
    uncounted_issues_of,
)
from articles.queries.prepared import Rows
from articles.records.facts import IssueFacts
from articles.records.html import Shown, shown
from articles.records.languages import Language

from .answer import made_of, page
from .entries import Entry, entry
from .frame import Frame, frame_of
from .issue_link import issue_link
from .part import Items, Part
from .words import articles_counted, issues_counted, pages_of, reader_language


class Group(Part, frozen=True):
    title: Shown | None
    entries: Items[Entry]


@require_safe
def issue_list(request: HttpRequest, journal: str) -> HttpResponse:
    found = journal_or_404(journal)
    issues = issues_of(found.id)
    facts = (found.row, issues.rows)
    return made_of(facts, request, lambda etag: archive(frame_of(request, found), issues, etag))


def archive(frame: Frame, rows: Sequence[IssueRow], etag: str) -> HttpResponse:
    issues = [issue_link(one.facts, frame, one.article_count) for one in rows]
    years = [(year, Items(some)) for year, some in groupby(issues, lambda one: one.year)]
    reader = frame.language
    context = {
        "years": [(str(year), issues_counted(len(some), reader), some) for year, some in years],
        "issues": issues_counted(len(issues), reader),
        "articles": articles_counted(sum(one.article_count for one in rows), reader),
    }
    return page(frame, "issues", context, etag)


@require_safe
def issue_current(request: HttpRequest, journal: str) -> HttpResponse:
    """Leads to the newest issue, so that no menu needs to ask which one it is."""
    found = journal_or_404(journal)
    all_of_them = f"/{reader_language()}/{found.slug}/issues/"
    issues = newest_issues_of(found.id)
    return HttpResponseRedirect(f"{all_of_them}{issues[0].facts.id}/" if issues else all_of_them)


@require_safe
def issue_detail(request: HttpRequest, journal: str, pk: int) -> HttpResponse:
    found = journal_or_404(journal)
    issues = uncounted_issues_of(found.id)
    at = next((at for at, row in enumerate(issues.rows) if row.id == pk), None)
    if at is None:
        raise Http404
    first = max(0, at - 1)
    near = Rows(issues.rows[first : at + 2], issues.read)
    articles = articles_of(pk)
    facts = (found.row, near.rows, articles.rows)
    return made_of(
        facts,
        request,
        lambda etag: issue_page(frame_of(request, found), near, at - first, articles, etag),
    )


def issue_page(
    frame: Frame, near: Sequence[IssueFacts], at: int, articles: Sequence[Listed], etag: str
) -> HttpResponse:
    """`near`: the issue, which stands at `at`, between its neighbours."""
    context = {
        "issue": issue_link(near[at], frame, len(articles)),
        "newer": [issue_link(one, frame) for one in near[:at]],
        "older": [issue_link(one, frame) for one in near[at + 1 :]],
        "description": shown(near[at].description, frame.language, "kk"),
        **contents(articles, frame.language),
    }
    return page(frame, "issue", context, etag)


def contents(articles: Sequence[Listed], reader: Language) -> dict[str, Any]:
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


def section_group(articles: list[Listed], reader: Language) -> Group:
    title = shown(articles[0].section, reader, "kk")
    return Group(title=title, entries=Items(entry(one.summary, reader) for one in articles))


def journal_or_404(slug: str) -> Masthead:
    found = masthead_named(slug)
    if found is None:
        raise Http404
    return found

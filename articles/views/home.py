"""The first page: the home of the only journal, or the list of them; and a journal's own home."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from articles.queries.journals import Masthead, first_mastheads
from articles.queries.listings import IssueRow, Listed, articles_of, newest_issues_of
from articles.records.html import shown

from .answer import made_of, page
from .entries import entry
from .frame import Frame, frame_of, journal_name, only_journal
from .issue_link import issue_link
from .issues import journal_or_404
from .part import Items
from .words import reader_language

ENTRIES = 10  # of the current issue, on the journal's home


@require_safe
def language_home(request: HttpRequest) -> HttpResponse:
    """/ leads to the language of the browser, or the one that a cookie keeps."""
    response = HttpResponseRedirect(f"/{reader_language()}/")
    patch_vary_headers(response, ("Accept-Language", "Cookie"))
    return response


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    journals = first_mastheads()
    if only := only_journal(journals):
        return journal_page(request, only)
    rows = [one.row for one in journals]
    return made_of((rows,), request, lambda etag: journal_list(request, journals, etag))


def journal_list(request: HttpRequest, journals: list[Masthead], etag: str) -> HttpResponse:
    reader = reader_language()
    links = [
        (f"/{reader}/{one.slug}/", shown(one.name, reader, "kk"), shown(one.tagline, reader, "kk"))
        for one in journals
    ]
    return page(frame_of(request, None), "home", {"journals": links}, etag)


@require_safe
def journal_detail(request: HttpRequest, journal: str) -> HttpResponse:
    return journal_page(request, journal_or_404(journal))


def journal_page(request: HttpRequest, journal: Masthead) -> HttpResponse:
    issues = newest_issues_of(journal.id)
    articles = articles_of(issues.rows[0].id) if issues else None
    facts = (journal.row, issues.rows, articles.rows if articles else None)
    return made_of(facts, request, lambda etag: front(request, journal, issues, articles, etag))


def front(
    request: HttpRequest,
    journal: Masthead,
    issues: Sequence[IssueRow],
    articles: Sequence[Listed] | None,
    etag: str,
) -> HttpResponse:
    frame = frame_of(request, journal, f"/{journal.slug}/")
    context = current(issues[0], articles or (), frame) if issues else {}
    earlier = [issue_link(one.facts, frame, one.article_count) for one in issues[1:]]
    title = journal_name(journal)
    return page(frame, "journal", {"title": title, "earlier": earlier, **context}, etag)


def current(issue: IssueRow, articles: Sequence[Listed], frame: Frame) -> dict[str, Any]:
    reader = frame.language
    return {
        "issue": issue_link(issue.facts, frame, issue.article_count),
        "description": shown(issue.facts.description, reader, "kk"),
        "entries": Items(entry(one.summary, reader) for one in articles[:ENTRIES]),
        "more": max(0, len(articles) - ENTRIES),
    }

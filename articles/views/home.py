"""The first page: the home of the only journal, or the list of them; and a journal's own home."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from articles.models.lists import IssueRow, articles_of, newest_issues_of
from articles.models.masthead import Masthead, first_mastheads
from articles.records.html import shown
from articles.records.languages import Language

from .answer import page
from .entries import entry
from .frame import frame_of, journal_name, only_journal
from .issues import issue_link, journal_or_404
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
    reader = reader_language()
    links = [
        (f"/{reader}/{one.slug}/", shown(one.name, reader, "kk"), shown(one.tagline, reader, "kk"))
        for one in journals
    ]
    return page(frame_of(request, None), "home", {"journals": links})


@require_safe
def journal_detail(request: HttpRequest, journal: str) -> HttpResponse:
    return journal_page(request, journal_or_404(journal))


def journal_page(request: HttpRequest, journal: Masthead) -> HttpResponse:
    frame = frame_of(request, journal, f"/{journal.slug}/")
    issues = newest_issues_of(journal.id)
    context = current(issues[0], reader_language(), journal) if issues else {}
    earlier = [issue_link(one, frame.archive) for one in issues[1:]]
    title = journal_name(journal)
    return page(frame, "journal", {"title": title, "earlier": earlier, **context})


def current(issue: IssueRow, reader: Language, journal: Masthead) -> dict[str, Any]:
    articles = articles_of(issue.facts.id or 0)
    link = issue_link(issue, f"/{reader}/{journal.slug}/issues/")
    return {
        "issue": link,
        "description": shown(issue.facts.description, reader, "kk"),
        "entries": [entry(one.summary, reader) for one in articles[:ENTRIES]],
        "more": max(0, len(articles) - ENTRIES),
    }

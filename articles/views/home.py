"""The first page: the home of the only journal, or the list of them; and a journal's own home."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from articles.models import Issue, Journal
from articles.page_cache import cached_page
from articles.queries.issues import contents, newest_issues
from articles.queries.journals import site_journals
from articles.queries.public_state import journal_state, site_state
from articles.queries.record_facts import issue_facts, text_of
from articles.records.html import shown

from .entries import entry
from .frame import Frame, frame_of, journal_name, only_journal
from .issue_link import issue_link
from .issues import journal_or_404
from .part import Items
from .rendering import page
from .words import reader_language

ENTRIES = 10  # of the current issue, on the journal's home


@require_safe
def language_home(request: HttpRequest) -> HttpResponse:
    """/ leads to the language of the browser, or the one that a cookie keeps."""
    response = HttpResponseRedirect(f"/{reader_language()}/")
    patch_vary_headers(response, ("Accept-Language", "Cookie"))
    return response


@require_safe
@cached_page(site_state)
def home(request: HttpRequest) -> HttpResponse:
    journals = site_journals()
    if only := only_journal(journals):
        return journal_page(request, only)
    return journal_list(request, journals)


def journal_list(request: HttpRequest, journals: list[Journal]) -> HttpResponse:
    reader = reader_language()
    links = [
        (
            f"/{reader}/{one.slug}/",
            shown(text_of(one, "name"), reader, "kk"),
            shown(text_of(one, "tagline"), reader, "kk"),
        )
        for one in journals
    ]
    return page(frame_of(request, None), "home", {"journals": links})


@require_safe
@cached_page(journal_state)
def journal_detail(request: HttpRequest, journal: str) -> HttpResponse:
    return journal_page(request, journal_or_404(journal))


def journal_page(request: HttpRequest, journal: Journal) -> HttpResponse:
    issues = newest_issues(journal)
    frame = frame_of(request, journal, f"/{journal.slug}/")
    context = current(issues[0], frame) if issues else {}
    earlier = [issue_link(issue_facts(one), frame, one.public_article_count) for one in issues[1:]]
    title = journal_name(journal)
    return page(frame, "journal", {"title": title, "earlier": earlier, **context})


def current(issue: Issue, frame: Frame) -> dict[str, Any]:
    reader, articles, facts = frame.language, contents(issue), issue_facts(issue)
    return {
        "issue": issue_link(facts, frame, issue.public_article_count),
        "description": shown(facts.description, reader, "kk"),
        "entries": Items(entry(one.summary, reader) for one in articles[:ENTRIES]),
        "more": max(0, len(articles) - ENTRIES),
    }

"""The first page: the home of the only journal, or all journals; and a journal's own home."""

from __future__ import annotations

from typing import Any, NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from articles.models import Issue, Journal, Listing
from articles.page_cache import cached_page
from articles.queries.issues import contents_and_most_read, current_issues, newest_issues
from articles.queries.journals import site_journals
from articles.queries.news import home_news
from articles.queries.public_state import by_day, journal_state, site_state
from articles.queries.record_facts import text_of
from articles.records.languages import Language, Text, prefer, preferred_language

from .article.around import article_link
from .article_list import articles_in_issue
from .databases import databases
from .issue_link import IssueLink, issue_link
from .issues import journal_or_404
from .language_names import reader_language
from .look_files import logo_url
from .news import news_items
from .page_layout import render_page

ARTICLES = 10  # of the current issue, on the home of the journal


class JournalInList(NamedTuple):
    """A journal on the first page of a site that has several."""

    url: str
    name: Text
    other_names: list[Text]  # in the languages besides the one in which it is shown
    tagline: Text
    logo_url: str
    issue: IssueLink | None  # the current one


class MostReadLink(NamedTuple):
    """One of the most read articles, with its views of the last 90 days."""

    url: str
    title: SafeString
    language: str  # of the title; '' for the language of the page
    views: int


@require_safe
def language_home(request: HttpRequest) -> HttpResponse:
    """/ leads to the language of the browser, or the one that a cookie keeps."""
    response = redirect("home")
    patch_vary_headers(response, ("Accept-Language", "Cookie"))
    return response


@require_safe
@cached_page(by_day(site_state))
def home(request: HttpRequest) -> HttpResponse:
    journals = site_journals()
    if len(journals) == 1:  # its home page is the site's
        return journal_home(request, journals[0])
    issues, reader = current_issues(journals), reader_language()
    context = {
        "journals": [journal_in_list(row, issues.get(row.pk), reader) for row in journals],
    }
    return render_page(request, "home", context)


@require_safe
@cached_page(by_day(journal_state))
def journal_detail(request: HttpRequest, journal: str) -> HttpResponse:
    return journal_home(request, journal_or_404(journal))


def journal_in_list(journal: Journal, issue: Issue | None, reader: Language) -> JournalInList:
    name = text_of(journal, "name") or {reader: journal.slug}
    shown = preferred_language(name, reader)
    return JournalInList(
        url=reverse("journal_detail", kwargs={"journal": journal.slug}),
        name=name,
        other_names=[{code: text} for code, text in name.items() if code != shown],
        tagline=text_of(journal, "tagline"),
        logo_url=logo_url(journal.look),
        issue=issue_link(issue, journal.slug) if issue else None,
    )


def journal_home(
    request: HttpRequest, journal: Journal, *, is_preview: bool = False
) -> HttpResponse:
    """The current issue with its first articles, news, and links to earlier issues.

    `is_preview`: with a look that is not saved, and the page says so.
    """
    issues = newest_issues(journal)
    context = {
        "is_preview": is_preview,
        "news": news_items(home_news(journal), journal.slug, reader_language()),
        "home_text": text_of(journal.look, "home_text"),
        "databases": databases(journal),
        "journal_name": prefer(text_of(journal, "name"), reader_language()) or journal.slug,
        "earlier_issues": [
            issue_link(issue, journal.slug, issue.public_article_count) for issue in issues[1:]
        ],
        **(current_issue(issues[0], journal) if issues else {}),
    }
    return render_page(request, "journal", context, journal, path=f"/{journal.slug}/")


def current_issue(issue: Issue, journal: Journal) -> dict[str, Any]:
    views = dict(journal.most_read) if journal.shows_usage else {}
    listings, most_read = contents_and_most_read(issue, list(views))
    return {
        "most_read": [most_read_link(listing, views[listing.pk]) for listing in most_read],
        "issue": issue_link(issue, journal.slug, issue.public_article_count),
        "articles": articles_in_issue(listings[:ARTICLES], reader_language()),
    }


def most_read_link(listing: Listing, views: int) -> MostReadLink:
    link = article_link(listing.summary, reader_language())
    return MostReadLink(link.url, link.title, link.language, views)

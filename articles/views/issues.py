"""The archive by years, and the contents of an issue by sections."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from itertools import groupby
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.models.lists import (
    IssueRow,
    Listed,
    articles_of,
    issues_of,
    newest_issues_of,
    uncounted_issues_of,
)
from articles.models.masthead import Masthead, masthead_named
from articles.models.prepared import Rows
from articles.records.facts import IssueFacts
from articles.records.html import Shown, shown
from articles.records.languages import Language

from .answer import made_of, page
from .entries import Entry, entry, issue_label, number_label
from .frame import Frame, frame_of
from .part import Part
from .words import articles_counted, day_of, issues_counted, pages_of, reader_language

NO_DAY = SafeString("")


class IssueLink(Part, frozen=True):
    url: str
    label: str  # 2021, № 1 (134)
    heading: str  # the same above a page: 2021 жыл, № 1 (134)
    number: str  # № 1 (134)
    cover: str  # № 1
    year: int
    day: SafeString  # 31 наурыз
    date: SafeString  # 2021 жылғы 31 наурыз
    articles: str  # 5 мақала
    title: Shown | None

    def __str__(self) -> SafeString:
        """As an item of the archive."""
        name = escape(self.number) or self.title or ""
        day = f"{self.day} · " if self.day else ""
        about = f'<p class="small muted">{day}{self.articles}</p>'
        return SafeString(f'<li><a href="{self.url}">{name}</a>{about}</li>')


class Group(Part, frozen=True):
    title: Shown | None
    entries: list[Entry]


@require_safe
def issue_list(request: HttpRequest, journal: str) -> HttpResponse:
    found = journal_or_404(journal)
    issues = issues_of(found.id)
    facts = (found.row, issues.rows)
    return made_of(facts, request, lambda etag: archive(frame_of(request, found), issues, etag))


def archive(frame: Frame, rows: Sequence[IssueRow], etag: str) -> HttpResponse:
    issues = [issue_link(one, frame.archive) for one in rows]
    years = [(year, list(some)) for year, some in groupby(issues, lambda one: one.year)]
    reader = frame.language
    context = {
        "years": [
            (str(year), issues_counted(len(some), reader), items(some)) for year, some in years
        ],
        "issues": issues_counted(len(issues), reader),
        "articles": articles_counted(sum(one.article_count for one in rows), reader),
    }
    return page(frame, "issues", context, etag)


def items(issues: Iterable[IssueLink]) -> SafeString:
    return SafeString("".join(map(str, issues)))


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
        "issue": issue_link(IssueRow(near[at], len(articles)), frame.archive),
        "newer": [issue_link(IssueRow(one, 0), frame.archive) for one in near[:at]],
        "older": [issue_link(IssueRow(one, 0), frame.archive) for one in near[at + 1 :]],
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
    return Group(title, [entry(one.summary, reader) for one in articles])


def issue_link(row: IssueRow, archive: str) -> IssueLink:
    issue, reader = row.facts, reader_language()
    return IssueLink(
        url=f"{archive}{issue.id}/",
        label=issue_label(issue),
        heading=heading(issue),
        number=number_label(issue) or name_of(issue),
        cover=f"№ {issue.number}" if issue.number else "",
        year=issue.year,
        day=day_of(issue.published_on, "MONTH_DAY_FORMAT", reader)
        if issue.published_on
        else NO_DAY,
        date=day_of(issue.published_on, "DATE_FORMAT", reader) if issue.published_on else NO_DAY,
        articles=articles_counted(row.article_count, reader),
        title=shown(issue.title, reader, "kk"),
    )


def heading(issue: IssueFacts) -> str:
    number = number_label(issue)
    said = _("%(year)d, %(number)s") % {"year": issue.year, "number": number}
    return said if number else issue_label(issue)


def name_of(issue: IssueFacts) -> str:
    """An issue without a number is called by its title, if it has one that is only that."""
    return _("Issue of %(year)d") % {"year": issue.year} if not issue.title else ""


def journal_or_404(slug: str) -> Masthead:
    found = masthead_named(slug)
    if found is None:
        raise Http404
    return found

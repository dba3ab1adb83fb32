"""The questions of public lists, worded once: issues of a journal, articles of an issue."""

from __future__ import annotations

from operator import attrgetter
from typing import Any

import msgspec
from django.db import models
from django.db.models import Count
from django.db.models.functions import Coalesce

from articles.models.issue import Issue
from articles.models.listing import Listing, ListingKey
from articles.records.facts import IssueFacts
from articles.records.languages import LANGUAGES, Text, text
from articles.records.summary import Summary

from .prepared import Prepared, Rows
from .released import ISSUE_COLUMNS, facts_of, issue_of

NEWEST = 5  # issues on the journal's home
MOST = 500  # articles of one author or keyword on one page

_summaries = msgspec.json.Decoder(Summary)


class IssueRow(msgspec.Struct, frozen=True):
    facts: IssueFacts
    article_count: int


class Listed(msgspec.Struct, frozen=True):
    """An article of a list, with the section and the issue that it stands in."""

    summary: Summary
    section_id: int | None
    section: Text
    issue: IssueFacts | None = None


def issues_of(journal_id: int) -> Rows[IssueRow]:
    """Those that are out, the newest first."""
    return Rows(_issues.rows(journal_id), _counted_issue)


def newest_issues_of(journal_id: int) -> Rows[IssueRow]:
    """The current issue and those before it."""
    return Rows(_newest_issues.rows(journal_id), _counted_issue)


def uncounted_issues_of(journal_id: int) -> Rows[IssueFacts]:
    """All of them for a page that shows the number of no issue but its own."""
    return Rows(_uncounted_issues.rows(journal_id), _issue)


def articles_of(issue_id: int) -> Rows[Listed]:
    """By section, then by place in the issue."""
    return Rows(_contents.rows(issue_id), _listed)


def articles_by(author_id: int) -> Rows[Listed]:
    return Rows(_by_author.rows(author_id), _listed_with_issue)


def articles_about(term: str) -> Rows[Listed]:
    return Rows(_by_keyword.rows(term.casefold()), _listed_with_issue)


def articles_among(keys: list[int]) -> list[tuple[Listed, str]]:
    """Each with what was released of it, as it is stored; in the order of the keys."""
    rows = Listing.objects.public().filter(article__in=keys)
    named = rows.values_list(*WITH_ISSUE, "article__released__stored", named=True)
    found = {
        row.article_id: (_listed_with_issue(row), row.article__released__stored) for row in named
    }
    return [found[key] for key in keys if key in found]


def _counted_issue(row: Any) -> IssueRow:
    return IssueRow(_issue(row), row.article_count)


def _issue(row: Any) -> IssueFacts:
    return facts_of(_columns(row))


def _listed(row: Any) -> Listed:
    section = text(row.section__title_kk, row.section__title_ru, row.section__title_en)
    return Listed(_summaries.decode(row.stored), row.section_id, section)


def _listed_with_issue(row: Any) -> Listed:
    return Listed(_summaries.decode(row.stored), None, {}, issue_of(row))


CONTENTS = ("stored", "section_id", *(f"section__title_{code}" for code in LANGUAGES))
WITH_ISSUE = ("article_id", "stored", "issue_id", *(f"issue__{name}" for name in ISSUE_COLUMNS))
_columns = attrgetter(*ISSUE_COLUMNS)
COUNTED = (*ISSUE_COLUMNS, "article_count")


def _counted() -> models.QuerySet[Issue]:
    """Each counted by itself: joined, all articles of the journal would be counted for five."""
    listed = Listing.objects.filter(issue=models.OuterRef("pk")).order_by().values("issue")
    count = models.Subquery(listed.annotate(count=Count("*")).values("count"))
    return Issue.objects.public().annotate(article_count=Coalesce(count, 0)).newest_first()


def _with(**key: object) -> models.QuerySet[Listing]:
    keys = ListingKey.objects.filter(**key).values("listing")
    return Listing.objects.public().filter(pk__in=keys).newest_first()[:MOST]


def _plain(journal: int) -> models.QuerySet[Issue]:
    return Issue.objects.public().filter(journal=journal).newest_first()


_issues = Prepared(COUNTED, lambda journal: _counted().filter(journal=journal), -1)
_newest_issues = Prepared(COUNTED, lambda journal: _counted().filter(journal=journal)[:NEWEST], -1)
_uncounted_issues = Prepared(ISSUE_COLUMNS, _plain, -1)
_contents = Prepared(
    CONTENTS, lambda issue: Listing.objects.public().filter(issue=issue).for_toc(), -1
)
_by_author = Prepared(WITH_ISSUE, lambda author: _with(author=author), -1)
_by_keyword = Prepared(WITH_ISSUE, lambda term: _with(kind="keyword", key=term), "\x01")

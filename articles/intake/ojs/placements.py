"""In which issue an article belongs that several issues of an export have.

OJS puts a whole submission into every issue in which one of its versions lies, and no version says
which is its own. Articles exported alone may also be in the export of their issue.
"""

from __future__ import annotations

from datetime import date

import msgspec

from articles.imports.ojs.values import Article, Issue


class Candidate(msgspec.Struct, frozen=True, order=True):
    """The lowest one is the article's issue."""

    is_behind: bool  # not published there
    is_loose: bool
    days_away: int  # between the issue and the version that readers see
    order: int  # of the issue in the export


class Placements:
    """The best issue of each article, among the issues that were shown so far."""

    def __init__(self) -> None:
        self.best: dict[str, Candidate] = {}
        self.issue_count = 0

    def add(self, issue: Issue, order: int) -> None:
        self.issue_count += 1
        for article in issue.articles:
            candidate = candidate_of(article, issue, order)
            best = self.best.get(article.id)
            if article.id and (best is None or candidate < best):
                self.best[article.id] = candidate

    def is_here(self, article: Article, order: int) -> bool:
        best = self.best.get(article.id)
        return best is None or best.order == order


def candidate_of(article: Article, issue: Issue, order: int) -> Candidate:
    published_on = article.current.record.published_on
    return Candidate(
        is_behind=not (issue.is_published and article.is_published),
        is_loose=not issue.id,
        days_away=days_between(published_on, issue.published_on),
        order=order,
    )


def days_between(one: date | None, other: date | None) -> int:
    return abs((one - other).days) if one and other else 0

"""Identifiers that a file gives to several articles or issues, as programs write that have none.

Whoever has no identifiers may write 1 everywhere. OJS itself gives an article twice only as a
whole, in each issue in which one of its versions lies.
"""

from __future__ import annotations

import msgspec

from .articles import derived_id
from .values import Article, Issue, IssueNumbers, Remark


class Identifiers:
    """The identifiers of one file; a second article or issue with one of them gets another."""

    def __init__(self) -> None:
        self.versions: dict[str, str] = {}  # the derived identifier of each article, by its own
        self.numbers: dict[str, IssueNumbers] = {}

    def article(self, article: Article) -> Article:
        derived = derived_id(article.current)
        first = self.versions.setdefault(article.id, derived)
        if not article.id or not derived or first == derived:
            return article
        remark = Remark(kind="same_identifier", field="id", text=article.id)
        current = msgspec.structs.replace(
            article.current, remarks=(*article.current.remarks, remark)
        )
        return msgspec.structs.replace(article, id=derived, current=current)

    def issue(self, issue: Issue) -> Issue:
        numbers = issue.numbers
        if not issue.id or self.numbers.setdefault(issue.id, numbers) == numbers:
            return issue
        parts = (issue.id, numbers.year, numbers.volume, numbers.number, numbers.part)
        remark = Remark(kind="same_identifier", field="id", text=issue.id)
        own = "-".join(str(part) for part in parts if part)
        return msgspec.structs.replace(issue, id=own, remarks=(*issue.remarks, remark))

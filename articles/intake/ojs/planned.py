"""What a plan says of an export: its issues, articles and sections, and what cannot be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec

from articles.imports.ojs.values import IssueNumbers
from articles.records.languages import Text

from .contents import KINDS
from .groups import PlanFinding


class PlannedArticle(msgspec.Struct, frozen=True, kw_only=True):
    id: str
    title: str
    doi: str = ""
    why_not: str = ""  # it stays behind; '' = it comes


class PlannedIssue(msgspec.Struct, frozen=True, kw_only=True):
    """An issue of the export. `order` counts the issues of all files, from 1."""

    order: int
    source: str
    id: str = ""
    numbers: IssueNumbers = IssueNumbers()
    articles: tuple[PlannedArticle, ...] = ()
    contents: dict[str, int] = {}  # how much of each kind comes
    user_groups: dict[str, int] = {}  # of OJS: how many in the bylines belong to each
    file_count: int = 0
    byte_count: int = 0
    findings: tuple[PlanFinding, ...] = ()
    is_refused: bool = False
    is_published: bool = True

    @property
    def label(self) -> str:
        return self.numbers.label

    @property
    def behind_count(self) -> int:
        return sum(bool(article.why_not) for article in self.articles)

    @property
    def coming(self) -> list[PlannedArticle]:
        return [] if self.is_refused else [each for each in self.articles if not each.why_not]


class PlannedSection(msgspec.Struct, frozen=True, kw_only=True):
    """A section of the old site; the decision on it is by `id`, or by its abbreviation."""

    id: str
    title: Text


class Refusal(msgspec.Struct, frozen=True, kw_only=True):
    """A file that cannot be read, or can only be read in part."""

    source: str
    message: str


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    issues: tuple[PlannedIssue, ...] = ()
    sections: tuple[PlannedSection, ...] = ()
    refusals: tuple[Refusal, ...] = ()

    @property
    def findings(self) -> Iterator[tuple[PlannedIssue, PlanFinding]]:
        return ((issue, finding) for issue in self.issues for finding in issue.findings)

    @property
    def counts(self) -> Counter[str]:
        """The number of findings in each group."""
        return Counter(finding.group for _issue, finding in self.findings)

    @property
    def contents(self) -> dict[str, int]:
        """How much of each kind comes, from all issues."""
        totals = sum_of(issue.contents for issue in self.issues if issue.coming)
        return {kind: totals[kind] for kind in KINDS if totals[kind]}

    @property
    def user_groups(self) -> dict[str, int]:
        totals = sum_of(issue.user_groups for issue in self.issues if issue.coming)
        return dict(totals.most_common())


def sum_of(counts: Iterable[dict[str, int]]) -> Counter[str]:
    totals: Counter[str] = Counter()
    for each in counts:
        totals.update(each)
    return totals

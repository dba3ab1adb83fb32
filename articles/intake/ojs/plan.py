"""The plan of an import: what will come from an export, and what is missing or suspicious.

Planning reads everything, files included, and saves nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import msgspec
from django.utils.translation import gettext as _

from articles.imports.exceptions import Unreadable
from articles.imports.ojs import Locales, Source, read_issues, sources_in
from articles.imports.ojs.values import Article, Issue, IssueNumbers, Section
from articles.models import EarlierSite, Journal
from articles.records.languages import Text, prefer
from articles.records.markup import flat

from .contents import KINDS, contents_of, user_groups_of
from .decisions import Decisions
from .file_findings import MISSING
from .file_kinds import problem_of
from .groups import PlanFinding
from .placements import Placements
from .preparation import PreparedIssue, prepare_issue
from .site_findings import SiteFindings
from .sites import find_site


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


class Export(msgspec.Struct, frozen=True, kw_only=True):
    """The files of an export, where they come from, and the journal that they are for."""

    paths: tuple[Path, ...]
    journal: Journal
    files: Path | None = None  # OJS's files_dir
    address: str = ""  # of the old site
    slug: str = ""  # of the journal there

    @property
    def site(self) -> EarlierSite | None:
        """The old site, if something came from it before."""
        return find_site(self.journal, self.address, self.slug or self.journal.slug)


class NumberedIssue(msgspec.Struct, frozen=True):
    """An issue of the export as it was read, or the refusal that ends its file."""

    order: int
    source: Source | None
    issue: Issue | None = None
    refusal: Refusal | None = None


def read_export(
    export: Export, decisions: Decisions, folder: Path | None = None
) -> Iterator[NumberedIssue]:
    """The issues of all files in order. A file that cannot be read does not stop the others."""
    order = 0
    for source in sources_or_refusals(export):
        if isinstance(source, Refusal):
            yield NumberedIssue(order, None, refusal=source)
            continue
        try:
            for issue in read_issues(source, Locales(decisions.locales), folder):
                order += 1
                yield NumberedIssue(order, source, issue)
        except (Unreadable, OSError) as error:
            refusal = Refusal(source=str(source.place), message=str(error))
            yield NumberedIssue(order, source, refusal=refusal)


def sources_or_refusals(export: Export) -> Iterator[Source | Refusal]:
    for path in export.paths:
        found = False
        try:
            for source in sources_in([path], export.files):
                found = True
                yield source
        except (Unreadable, OSError) as error:
            yield Refusal(source=path.name, message=str(error))
            continue
        if not found:
            yield Refusal(source=path.name, message=_("There is no XML file here."))


def tell_nobody(count: int, total: int) -> None:
    """The progress of a plan that nobody waits for."""


def make_plan(
    export: Export,
    decisions: Decisions | None = None,
    tell: Callable[[int, int], None] = tell_nobody,
) -> Plan:
    """Reads the export twice: the places of articles that several issues have come first.

    `tell` is called after each issue: how many are read, of all; 0 while their number is not known.
    """
    decisions = decisions or Decisions()
    placements = place_articles(export, decisions, tell)
    preparer = Preparer(export, decisions, placements)
    issues: list[PlannedIssue] = []
    refusals: list[Refusal] = []
    sections: dict[str, PlannedSection] = {}
    for numbered in read_export(export, decisions):
        if numbered.refusal:
            refusals.append(numbered.refusal)
        if numbered.issue is None or numbered.source is None:
            continue
        tell(numbered.order, placements.issue_count)
        prepared = preparer.prepare(numbered.order, numbered.issue)
        issues.append(planned_issue(numbered.order, numbered.source, prepared))
        if prepared.is_coming:
            sections |= {each.id: planned_section(each) for each in numbered.issue.sections}
    return Plan(issues=tuple(issues), sections=tuple(sections.values()), refusals=tuple(refusals))


def place_articles(
    export: Export, decisions: Decisions, tell: Callable[[int, int], None] = tell_nobody
) -> Placements:
    placements = Placements()
    for numbered in read_export(export, decisions):
        if numbered.issue:
            tell(numbered.order, 0)
            placements.add(numbered.issue, numbered.order)
    return placements


class Preparer:
    """Prepares the issues of an export in order, for the plan and for the import."""

    def __init__(self, export: Export, decisions: Decisions, placements: Placements) -> None:
        self.decisions = decisions
        self.placements = placements
        self.site_findings = SiteFindings(export.journal, export.site)

    def prepare(self, order: int, issue: Issue) -> PreparedIssue:
        def is_here(article: Article) -> bool:
            return self.placements.is_here(article, order)

        return prepare_issue(issue, self.decisions, is_here, self.site_findings)


def planned_issue(order: int, source: Source, prepared: PreparedIssue) -> PlannedIssue:
    issue = prepared.issue
    sizes = list(file_sizes(issue))
    return PlannedIssue(
        order=order,
        source=str(source.place),
        id=issue.id,
        numbers=issue.numbers,
        articles=(
            *(planned_article(article) for article in issue.articles),
            *(
                planned_article(article, article.why_not or "issue_not_published")
                for article in prepared.behind
            ),
        ),
        contents=contents_of(issue),
        user_groups=user_groups_of(issue),
        file_count=len(sizes),
        byte_count=sum(sizes),
        findings=prepared.findings,
        is_refused=bool(prepared.refusals),
        is_published=issue.is_published,
    )


def planned_article(article: Article, why_not: str = "") -> PlannedArticle:
    record = article.current.record
    title = flat(prefer(record.title, record.language))
    return PlannedArticle(id=article.id, title=title, doi=record.doi, why_not=why_not)


def planned_section(section: Section) -> PlannedSection:
    return PlannedSection(id=section.id, title=section.title)


def file_sizes(issue: Issue) -> Iterator[int]:
    """Of the files that come."""
    galleys = (each for article in issue.articles for each in article.current.galleys)
    for galley in (*issue.galleys, *galleys):
        if galley.file and problem_of(galley, galley.file) not in MISSING:
            yield galley.file.content.size

"""The plan of an import: what will come from an export, and what is missing or suspicious.

Planning reads everything, files included, and saves nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from articles.imports.ojs import Source
from articles.imports.ojs.values import Article, Issue, Section
from articles.records.languages import prefer
from articles.records.markup import flat

from .contents import contents_of, user_groups_of
from .decisions import Decisions
from .export import Export, read_export
from .file_findings import MISSING
from .file_kinds import problem_of
from .placements import Placements
from .planned import Plan, PlannedArticle, PlannedIssue, PlannedSection, Refusal
from .preparation import PreparedIssue, prepare_issue
from .site_findings import SiteFindings


def report_nothing(count: int, total: int) -> None:
    """Does nothing: nobody waits for the plan."""


def make_plan(
    export: Export,
    decisions: Decisions | None = None,
    report_progress: Callable[[int, int], None] = report_nothing,
) -> Plan:
    """Reads the export twice: the places of articles that several issues have come first.

    `report_progress` is called after each issue: how many are read, of how many (0 while that is
    not known).
    """
    decisions = decisions or Decisions()
    placements = place_articles(export, decisions, report_progress)
    preparer = Preparer(export, decisions, placements)
    issues: list[PlannedIssue] = []
    refusals: list[Refusal] = []
    sections: dict[str, PlannedSection] = {}
    for numbered in read_export(export, decisions):
        if numbered.refusal:
            refusals.append(numbered.refusal)
        if numbered.issue is None or numbered.source is None:
            continue
        report_progress(numbered.order, placements.issue_count)
        prepared = preparer.prepare(numbered.order, numbered.issue)
        issues.append(planned_issue(numbered.order, numbered.source, prepared))
        if prepared.is_coming:
            sections |= {each.id: planned_section(each) for each in numbered.issue.sections}
    return Plan(issues=tuple(issues), sections=tuple(sections.values()), refusals=tuple(refusals))


def place_articles(
    export: Export,
    decisions: Decisions,
    report_progress: Callable[[int, int], None] = report_nothing,
) -> Placements:
    placements = Placements()
    for numbered in read_export(export, decisions):
        if numbered.issue:
            report_progress(numbered.order, 0)
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

"""An issue of an export, made ready by an editor's decisions: what comes, what stays, and why.

The plan and the import use the same function, so that what was planned is what is saved.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from articles.imports.ojs.values import Article, Issue, Version
from articles.records.languages import prefer
from articles.records.markup import flat

from .content_findings import content_findings, issue_findings
from .decisions import Decisions, NumbersDecision
from .groups import PlanFinding
from .repairs import repair

# With the choice "leave_out" the whole article stays behind.
KEEP_BACK = ("unknown_language", "no_known_title", "invalid_article")


class PreparedIssue(msgspec.Struct, frozen=True, kw_only=True):
    """An issue with the articles that come; a refused one has `refusals`."""

    issue: Issue
    behind: tuple[Article, ...] = ()
    findings: tuple[PlanFinding, ...] = ()
    refusals: tuple[PlanFinding, ...] = ()

    @property
    def is_coming(self) -> bool:
        return self.issue.is_published and not self.refusals


def prepare_issue(
    issue: Issue,
    decisions: Decisions,
    is_in_this_issue: Callable[[Article], bool],
    site_findings: Callable[[Issue], Iterator[PlanFinding]],
) -> PreparedIssue:
    """`is_in_this_issue` is False for an article that another issue has, too, and keeps."""
    issue = with_numbers(issue, decisions.issues.get(issue.id))
    coming: list[Article] = []
    behind: list[Article] = []
    findings: list[PlanFinding] = []
    for article in issue.articles:
        if not is_in_this_issue(article):
            findings.append(about(article, PlanFinding(group="two_issues")))
        elif not (article.is_published and issue.is_published):
            behind.append(article)
            reason = article.why_not or "issue_not_published"
            findings.append(about(article, PlanFinding(group="unpublished", text=reason)))
        else:
            repaired, found = prepare_article(article, decisions, issue)
            findings += found
            keeps_back = any(is_keeping_back(each, decisions) for each in found)
            (behind if keeps_back else coming).append(repaired)
    prepared = msgspec.structs.replace(issue, articles=tuple(coming))
    if issue.is_published:
        findings += issue_findings(prepared)
        findings += site_findings(prepared)
    return PreparedIssue(
        issue=without_dois(prepared, findings),
        behind=tuple(behind),
        findings=tuple(findings),
        refusals=tuple(each for each in findings if each.is_blocking(decisions.choice(each.group))),
    )


def prepare_article(
    article: Article, decisions: Decisions, issue: Issue
) -> tuple[Article, list[PlanFinding]]:
    version, findings = repair(dated(article.current, issue), decisions)
    repaired = msgspec.structs.replace(article, current=version)
    findings += content_findings(repaired, issue)
    return repaired, [about(repaired, finding) for finding in findings]


def is_keeping_back(finding: PlanFinding, decisions: Decisions) -> bool:
    return finding.group in KEEP_BACK and decisions.choice(finding.group) != "import"


def dated(version: Version, issue: Issue) -> Version:
    """The version with a day of publication: that of its issue if it has none."""
    if version.record.published_on or not issue.published_on:
        return version
    record = msgspec.structs.replace(version.record, published_on=issue.published_on)
    return msgspec.structs.replace(version, record=record)


def with_numbers(issue: Issue, numbers: NumbersDecision | None) -> Issue:
    if numbers is None:
        return issue
    decided = {
        field: value
        for field, value in msgspec.structs.asdict(numbers).items()
        if value is not None
    }
    return msgspec.structs.replace(issue, numbers=msgspec.structs.replace(issue.numbers, **decided))


def without_dois(issue: Issue, findings: list[PlanFinding]) -> Issue:
    """The articles whose DOI another article has, without it."""
    taken = {each.article for each in findings if each.group == "doi_elsewhere"}
    return msgspec.structs.replace(
        issue,
        articles=tuple(
            without_doi(article) if article.id in taken else article for article in issue.articles
        ),
    )


def without_doi(article: Article) -> Article:
    record = msgspec.structs.replace(article.current.record, doi="")
    current = msgspec.structs.replace(article.current, record=record)
    return msgspec.structs.replace(article, current=current)


def about(article: Article, finding: PlanFinding) -> PlanFinding:
    title = flat(prefer(article.title, article.current.record.language))
    return msgspec.structs.replace(
        finding, article=article.id, title=title, line=finding.line or article.line
    )

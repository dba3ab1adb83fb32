"""What an export contradicts on this site: DOIs, numbers of issues, another journal's issues."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import QuerySet

from articles.imports.ojs.values import Article, Issue, IssueNumbers
from articles.intake.other_journal import listed, other_prefixes
from articles.models import Article as ArticleRow
from articles.models import EarlierItem, EarlierSite, Journal
from articles.models import Issue as IssueRow
from articles.records.identifiers import doi_key

from .groups import PlanFinding

Kind = EarlierItem.Kind


class SiteFindings:
    """The findings of one issue after another; DOIs and numbers of earlier ones are remembered."""

    def __init__(self, journal: Journal, site: EarlierSite | None) -> None:
        self.journal = journal
        self.site = site  # None before the first import from there
        self.articles_by_doi: dict[str, str] = {}
        self.issues_by_numbers: dict[tuple[object, ...], str] = {}

    def __call__(self, issue: Issue) -> Iterator[PlanFinding]:
        yield from self.other_journal(issue)
        yield from self.same_numbers(issue)
        for article in issue.articles:
            yield from self.doi_elsewhere(article)

    def other_journal(self, issue: Issue) -> Iterator[PlanFinding]:
        """All DOIs have another prefix, or the identifier was another issue's."""
        dois = [article.current.record.doi for article in issue.articles]
        if prefixes := other_prefixes(dois, self.journal):
            yield PlanFinding(
                group="other_journal",
                field="doi",
                text=f"{issue.numbers.label}: {listed(prefixes)} ≠ {self.journal.doi_prefix}",
                line=issue.line,
            )
        row = self.imported_issue(issue)
        if (
            row
            and numbers_of(row) != numbers_key(issue.numbers)
            and not self.shares_articles(issue)
        ):
            yield PlanFinding(
                group="other_journal",
                field="id",
                text=f"{issue.id}: {issue.numbers.label} ≠ {row.year}, {row.label}",
                line=issue.line,
            )

    def same_numbers(self, issue: Issue) -> Iterator[PlanFinding]:
        """OJS lets the numbers of an issue be hidden, and does not export what is hidden."""
        if not issue.id or not issue.articles:
            return
        key = numbers_key(issue.numbers)
        other = self.issues_by_numbers.setdefault(key, issue.id)
        row = self.issue_with(issue.numbers)
        imported = self.items(Kind.ISSUE).filter(issue=row).exclude(key=issue.id) if row else None
        if other != issue.id or (imported is not None and imported.exists()):
            yield PlanFinding(group="same_numbers", text=issue.numbers.label, line=issue.line)

    def doi_elsewhere(self, article: Article) -> Iterator[PlanFinding]:
        doi = article.current.record.doi
        if not doi:
            return
        other = self.articles_by_doi.setdefault(doi_key(doi), article.id)
        row = ArticleRow.objects.with_doi(doi).first()
        if other != article.id or (row and not self.may_be(row, article)):
            yield PlanFinding(
                group="doi_elsewhere",
                article=article.id,
                field="doi",
                text=f"{doi}: {row or other}",
                line=article.line,
            )

    def may_be(self, row: ArticleRow, article: Article) -> bool:
        """Whether the article here is this one: of the journal, and not another of the old site."""
        others = self.items(Kind.ARTICLE).filter(article=row).exclude(key=article.id)
        return row.journal_id == self.journal.pk and not others.exists()

    def imported_issue(self, issue: Issue) -> IssueRow | None:
        item = self.items(Kind.ISSUE).filter(key=issue.id).select_related("issue").first()
        return item.issue if item else None

    def shares_articles(self, issue: Issue) -> bool:
        keys = [article.id for article in issue.articles]
        return self.items(Kind.ARTICLE).filter(key__in=keys).exists()

    def issue_with(self, numbers: IssueNumbers) -> IssueRow | None:
        return find_issue(self.journal, numbers)

    def items(self, kind: EarlierItem.Kind) -> QuerySet[EarlierItem]:
        items = EarlierItem.objects.filter(kind=kind)
        return items.filter(site=self.site) if self.site else items.none()


def find_issue(journal: Journal, numbers: IssueNumbers) -> IssueRow | None:
    """The issue of the journal with these numbers."""
    if numbers.year is None:
        return None
    return IssueRow.objects.filter(
        journal=journal,
        year=numbers.year,
        volume=numbers.volume,
        number=numbers.number,
        part=numbers.part,
        through_number=numbers.through_number,
    ).first()


def numbers_key(numbers: IssueNumbers) -> tuple[object, ...]:
    return numbers.year, numbers.volume, numbers.number, numbers.part, numbers.through_number


def numbers_of(row: IssueRow) -> tuple[object, ...]:
    return row.year, row.volume, row.number, row.part, row.through_number

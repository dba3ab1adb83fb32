"""The import of an export: each issue completely or not at all, and again without doubles."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import msgspec
from django.db import DatabaseError, transaction

from articles.editing import EditConflict
from articles.imports.ojs.issues import section_of
from articles.imports.ojs.values import Article, Issue, IssueNumbers
from articles.intake.import_errors import database_refusal
from articles.intake.importing import Publisher
from articles.models import EarlierSite, User
from articles.models import Issue as IssueRow

from .article_rows import ArticlePlace, ArticleSaver, Outcome
from .decisions import Decisions
from .earlier_items import issue_items, save_items, section_items
from .export import Export, read_export
from .groups import PlanFinding
from .issue_rows import Sections, save_issue
from .page_counts import PageCounts
from .plan import Preparer, place_articles
from .planned import Refusal
from .preparation import PreparedIssue
from .sites import use_site


class ImportedIssue(msgspec.Struct, frozen=True, kw_only=True):
    """What became of an issue of the export; with refusals, nothing of it was saved."""

    order: int
    source: str
    id: str = ""
    numbers: IssueNumbers = IssueNumbers()
    issue_id: int | None = None  # here
    outcomes: dict[Outcome, int] = {}
    behind_count: int = 0
    refusals: tuple[PlanFinding, ...] = ()
    error: str = ""  # of the file, or of the database

    @property
    def label(self) -> str:
        return self.numbers.label


class OjsImporter(msgspec.Struct, frozen=True, kw_only=True):
    """The options of an import. Without a publisher the articles come as drafts."""

    export: Export
    decisions: Decisions = Decisions()
    publisher: Publisher | None = None
    editor: User | None = None

    def run(self) -> Iterator[ImportedIssue]:
        """Imports issue by issue. One that is not reached is imported by the next run."""
        placements = place_articles(self.export, self.decisions)
        site = self.site()
        preparer = Preparer(self.export, self.decisions, placements)
        sections = Sections(site, self.decisions)
        with tempfile.TemporaryDirectory(prefix="ojs-") as folder:
            for numbered in read_export(self.export, self.decisions, Path(folder)):
                if numbered.refusal:
                    yield refused_file(numbered.refusal, numbered.order)
                if numbered.issue is None or numbered.source is None:
                    continue
                prepared = preparer.prepare(numbered.order, numbered.issue)
                if prepared.issue.is_published:
                    result = self.save(prepared, site, sections)
                    yield msgspec.structs.replace(
                        result, order=numbered.order, source=str(numbered.source.place)
                    )

    def site(self) -> EarlierSite:
        export = self.export
        return use_site(export.journal, export.address, export.slug or export.journal.slug)

    def save(self, prepared: PreparedIssue, site: EarlierSite, sections: Sections) -> ImportedIssue:
        issue = prepared.issue
        result = ImportedIssue(
            order=0,
            source="",
            id=issue.id,
            numbers=issue.numbers,
            behind_count=len(prepared.behind),
            refusals=prepared.refusals,
        )
        if prepared.refusals:
            return result
        try:
            with transaction.atomic():
                row, outcomes = self.save_parts(issue, site, sections)
        except (DatabaseError, EditConflict, ValueError) as error:
            sections.rows.clear()  # those made in this transaction do not exist
            return msgspec.structs.replace(result, error=message_of(error))
        return msgspec.structs.replace(
            result, issue_id=row.pk if row else None, outcomes=dict(outcomes)
        )

    def save_parts(
        self, issue: Issue, site: EarlierSite, sections: Sections
    ) -> tuple[IssueRow | None, Counter[Outcome]]:
        row = save_issue(issue, site, is_public=self.publisher is not None)
        if row:
            save_items(issue_items(issue, row, site))
        saver = ArticleSaver(
            site=site, pages=PageCounts(issue), publisher=self.publisher, editor=self.editor
        )
        outcomes: Counter[Outcome] = Counter()
        for position, article in enumerate(issue.articles, 1):
            place = ArticlePlace(
                issue_id=row.pk if row else None,
                section_id=section_key(article, issue, site, sections),
                position=position,
            )
            outcomes[saver.save(article, place)] += 1
        return row, outcomes


def section_key(
    article: Article, issue: Issue, site: EarlierSite, sections: Sections
) -> int | None:
    section = section_of(article, issue.sections)
    if section is None:
        row = sections.find_by_name(article)
        return row.pk if row else None
    row = sections.row_for(section)
    save_items(section_items(section, row, site))
    return row.pk


def message_of(error: Exception) -> str:
    return str(database_refusal(error) if isinstance(error, DatabaseError) else error)


def refused_file(refusal: Refusal, order: int) -> ImportedIssue:
    return ImportedIssue(order=order, source=refusal.source, error=refusal.message)

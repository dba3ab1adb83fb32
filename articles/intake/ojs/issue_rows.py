"""The row of an issue, its sections, cover and file; each is found again by the next import."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from django.core.files.base import File
from django.db.models.fields.files import FieldFile
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.imports.ojs.values import Article, Galley, Issue, Section
from articles.imports.ojs.values import File as ExportedFile
from articles.intake.local_keys import has_common_text
from articles.models import EarlierItem, EarlierSite
from articles.models import Issue as IssueRow
from articles.models import Section as SectionRow
from articles.queries.record_facts import text_of
from articles.records.languages import LANGUAGES, Text
from articles.records.pictures import image_type

from .decisions import Decisions
from .file_kinds import Kind, kind_of, problem_of
from .site_findings import find_issue
from .stored_files import safe_name


def save_issue(issue: Issue, site: EarlierSite, *, is_public: bool) -> IssueRow | None:
    """The issue by its identifier on the old site, else by its numbers, else a new one.

    None for articles that were exported without any issue. A new issue is an archive.
    """
    if issue.numbers.year is None:
        return None
    row = imported_issue(issue, site) or find_issue(site.journal, issue.numbers)
    if row is None:
        row = new_issue(issue, issue.numbers.year, site)
    day = issue.published_on or day_of_articles(issue)
    if is_public and row.published_on is None:
        row.published_on = day
    elif row.published_on is None:
        row.planned_on = row.planned_on or day
    add_files(row, issue)
    row.save()
    return row


def imported_issue(issue: Issue, site: EarlierSite) -> IssueRow | None:
    items = EarlierItem.objects.filter(site=site, kind=EarlierItem.Kind.ISSUE, key=issue.id or "-")
    item = items.select_related("issue").first()
    return item.issue if item else None


def new_issue(issue: Issue, year: int, site: EarlierSite) -> IssueRow:
    numbers = issue.numbers
    return IssueRow(
        journal=site.journal,
        year=year,
        volume=numbers.volume,
        number=numbers.number,
        part=numbers.part,
        through_number=numbers.through_number,
        archived_at=timezone.now(),
        archive_reason=_("moved from OJS"),
        **columns("title", numbers.title),
        **columns("description", issue.description),
    )


def columns(field: str, text: Text) -> dict[str, str]:
    return {f"{field}_{code}": text.get(code, "") for code in LANGUAGES}


def day_of_articles(issue: Issue) -> date | None:
    """The day on which most of its articles were published."""
    days = Counter(article.current.record.published_on for article in issue.articles)
    del days[None]
    return days.most_common(1)[0][0] if days else None


def add_files(row: IssueRow, issue: Issue) -> None:
    """The first cover and the first PDF, where the issue has none yet."""
    cover = next(usable_covers(issue), None)
    if cover and not row.cover:
        attach(row.cover, cover, "image")
    pdf = next(usable_pdfs(issue), None)
    if pdf and not row.pdf:
        attach(row.pdf, pdf, "pdf")


def usable_covers(issue: Issue) -> Iterator[ExportedFile]:
    for cover in issue.covers:
        galley = Galley(language=cover.language)
        if not problem_of(galley, cover.file) and image_type(safe_name(cover.file, "image")):
            yield cover.file


def usable_pdfs(issue: Issue) -> Iterator[ExportedFile]:
    for galley in issue.galleys:
        file = galley.file
        if file and not problem_of(galley, file) and kind_of(galley, file) == "pdf":
            yield file


def attach(field: FieldFile, file: ExportedFile, kind: Kind) -> None:
    if file.content.place:
        with file.content.place.open() as stream:
            field.save(safe_name(file, kind), File(stream), save=False)


class Sections:
    """The sections of the journal for those of the old site, each found or made once."""

    def __init__(self, site: EarlierSite, decisions: Decisions) -> None:
        self.site = site
        self.decisions = decisions
        self.rows: dict[str, SectionRow] = {}

    def row_for(self, section: Section) -> SectionRow:
        key = section.id or section.abbreviations[0]
        if key not in self.rows:
            self.rows[key] = self.find(section) or self.create(section)
        return self.rows[key]

    def find(self, section: Section) -> SectionRow | None:
        """As decided, else as imported before, else one with a title in common."""
        for name in (section.id, *section.abbreviations):
            if decided := self.decisions.sections.get(name):
                return SectionRow.objects.get(pk=decided, journal=self.site.journal)
        if row := self.imported(EarlierItem.Kind.SECTION, section.id):
            return row
        rows = SectionRow.objects.filter(journal=self.site.journal)
        return next(
            (row for row in rows if has_common_text(text_of(row, "title"), section.title)), None
        )

    def find_by_name(self, article: Article) -> SectionRow | None:
        """The section of an article that was exported alone: only its abbreviation is known."""
        name = article.current.section
        if decided := self.decisions.sections.get(name):
            return SectionRow.objects.get(pk=decided, journal=self.site.journal)
        return self.imported(EarlierItem.Kind.SECTION_NAME, name)

    def imported(self, kind: str, key: str) -> SectionRow | None:
        items = EarlierItem.objects.filter(site=self.site, kind=kind, key=key or "-")
        item = items.select_related("section").first()
        return item.section if item else None

    def create(self, section: Section) -> SectionRow:
        return SectionRow.objects.create(
            journal=self.site.journal,
            order=min(section.order + 1, 32_767),
            **columns("title", section.title),
        )

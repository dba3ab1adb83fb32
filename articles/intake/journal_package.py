"""The package of a journal (`journal-zip`): its journal and issues, and drafts of its articles."""

from __future__ import annotations

from pathlib import Path

import msgspec
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles import imports
from articles.editing import working_record
from articles.editing.files import check_issue_epub, check_issue_pdf
from articles.editing.web_pictures import check_cover
from articles.imports.named_journal import real_issns
from articles.models import Article, Issue, Journal, Revision
from articles.records.body import clean_body
from articles.records.cleaning import InvalidValue
from articles.records.journal_file import IssueEntry, JournalFile

from .galley_files import with_existing_galleys, with_stored_files
from .import_errors import not_imported
from .importing import Importer, save_record
from .journal_board import OpenFile, Pictures, require_valid
from .journal_file import add_parts, create_journal, issue_columns, journal_columns
from .local_keys import numbers, with_local_keys
from .other_journal import REFUSAL, issns_of, listed
from .restored_articles import restored


@transaction.atomic
def restore_journal(file: JournalFile, importer: Importer, open_file: OpenFile) -> Journal:
    """The journal, made if it is not here; its issues, sections, pages and people that are missing.

    What is here stays as it is. `open_file` gives a file of the package by its place. Raises
    NotImported for a value or a file that cannot be stored.
    """
    pictures = Pictures(None if importer.dry_run else open_file)
    journal = importer.journal or Journal.objects.filter(slug=file.slug).first()
    if journal is None:
        require_valid(Journal(**journal_columns(file)), "journal.json")
        journal = create_journal(msgspec.structs.replace(file, issues=()), pictures)
    else:
        if not importer.is_same_journal:
            refuse_package_of_another(file, journal)
        add_parts(file, journal, pictures)
    for number, entry in enumerate(file.issues, 1):
        field = f"issues[{number}]"
        issue = find_issue(entry, journal) or new_issue(entry, journal, importer)
        require_valid(issue, field)
        if not importer.dry_run:
            add_files(issue, entry, open_file, field)
        issue.save()
    return journal


def refuse_package_of_another(file: JournalFile, journal: Journal) -> None:
    """Raises NotImported if both have ISSNs, and none in common."""
    named, own = real_issns((file.issn_print, file.issn_online)), issns_of(journal)
    if named and own and named.isdisjoint(own):
        title = next(iter(file.name.values()), file.slug)
        evidence = f"ISSN {listed(named)} ≠ {listed(own)}"
        raise not_imported(REFUSAL, "issn", other=title, own=journal, evidence=evidence)


def find_issue(entry: IssueEntry, journal: Journal) -> Issue | None:
    rows = Issue.objects.filter(journal=journal, year=entry.year)
    own = (entry.volume, entry.number, entry.part, entry.through_number)
    return next((row for row in rows if numbers(row) == own), None)


def new_issue(entry: IssueEntry, journal: Journal, importer: Importer) -> Issue:
    """The issue as it was; if nothing is published by this import, its day is planned."""
    issue = Issue(journal=journal, **issue_columns(entry))
    if importer.publisher is None and entry.published_on:
        issue.planned_on, issue.published_on = entry.planned_on or entry.published_on, None
    if entry.is_archive:
        issue.archived_at, issue.archive_reason = timezone.now(), entry.archive_reason
    return issue


def add_files(issue: Issue, entry: IssueEntry, open_file: OpenFile, field: str) -> None:
    """The cover, the PDF and the EPUB, where the issue has none yet."""
    for row, place, check in (
        (issue.cover, entry.cover, check_cover),
        (issue.pdf, entry.pdf, check_issue_pdf),
        (issue.epub, entry.epub, check_issue_epub),
    ):
        if row or not place:
            continue
        file = open_file(place)
        if file is None:
            raise not_imported(_("The file %(name)s is not in the package."), field, name=place)
        try:
            check(file)
        except InvalidValue as refusal:
            raise not_imported(str(refusal), field) from refusal
        row.save(Path(place).name, file, save=False)


def import_draft(content: bytes, importer: Importer, folder: Path, article: Article) -> Revision:
    """Saves what editors had changed since the release as the next revision of the article.

    Raises imports.Unreadable or NotImported.
    """
    (reading,) = imports.read(content, importer.language)
    existing = working_record(article)
    record = with_local_keys(restored(reading.record), article.journal)
    record = msgspec.structs.replace(
        with_existing_galleys(record, existing),
        status=existing.status,
        body=clean_body(record.body),
    )
    record = with_stored_files(record, folder, store=True)
    return save_record(record, article.journal, article, importer)

"""Importing a file of articles as drafts or new revisions: the whole file, or nothing of it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Protocol

import msgspec
from django.db import DatabaseError, connection, transaction
from django.utils.translation import gettext_lazy as _

from articles import imports
from articles.editing import EditConflict, FrozenDoi, save_article, working_record
from articles.imports import Reading
from articles.models import Article, Journal, Revision, User
from articles.records.body import clean_body
from articles.records.identifiers import doi_key
from articles.records.languages import Language
from articles.records.record import Record
from articles.records.validation import validate

from .existing_articles import as_draft, find_existing, update_record
from .files_beside import Beside, with_files_beside
from .galley_files import with_existing_galleys, with_stored_files
from .import_errors import NotImported, Reason, database_refusal, not_imported, reasons_of
from .local_keys import find_journal, with_local_keys
from .new_issues import with_own_issue
from .other_journal import refuse_other_journal
from .restored_articles import mark_restored, restored


class Imported(msgspec.Struct, frozen=True, kw_only=True):
    """One article after the import."""

    article: Article
    record: Record
    is_new: bool
    is_published: bool = False
    is_kept: bool = False  # it was here, and stays as it is
    notes: tuple[str, ...] = ()  # on what of the file was left out


class WholeFile(msgspec.Struct, kw_only=True):
    """What the import of one article knows of the others in its file."""

    article_ids: set[int] = set()  # here, of those that are done


class Publisher(Protocol):
    """`publishing.imported_articles.ImportPublisher`, passed in: that layer is above this one."""

    def publish(self, article: Article, record: Record) -> Revision: ...

    def settle(self, article: Article) -> None: ...

    def despite_errors(self, reason: str) -> Publisher: ...


class Importer(msgspec.Struct, frozen=True, kw_only=True):
    """The options of an import. `journal` of None means the one that the record names.

    `language` is what an article is taken for that is in none of ours. `makes_issues`: issues and
    sections that our own JSON names are made too, as those of other systems always are.
    `keeps_existing`: an article that is here already stays as it is, instead of being refused.
    `is_same_journal`: the editor says that a file is of the journal, though it names another.
    `restores`: the articles come from the package of a journal, which was restored before.
    """

    journal: Journal | None = None
    language: Language | None = None
    update: bool = False
    keeps_existing: bool = False
    publisher: Publisher | None = None
    editor: User | None = None
    dry_run: bool = False
    makes_issues: bool = False
    is_same_journal: bool = False
    restores: bool = False


def import_file(
    content: bytes, importer: Importer, folder: Path | None = None, name: str = ""
) -> list[Imported]:
    """Saves every article of the file; `folder` holds the files that belong to the articles.

    `name` is that of the file. Raises imports.Unreadable or NotImported, and then saves nothing.
    """
    readings = complete(imports.read(content, importer.language), Beside(folder, name))
    records = [reading.record for reading in readings]
    refuse_invalid(records)
    whole = WholeFile()
    try:
        with transaction.atomic():
            saved = [
                import_numbered(
                    reading, importer, folder, whole, place if len(records) > 1 else None
                )
                for place, reading in enumerate(readings, 1)
            ]
            imported = publish_dated(saved, records, importer.publisher)
            connection.check_constraints()  # the deferred ones
            transaction.set_rollback(importer.dry_run)
        return imported
    except DatabaseError as error:
        raise database_refusal(error) from error


def complete(readings: list[Reading], beside: Beside) -> list[Reading]:
    """Our own JSON lists the files of its articles; those of other systems lie beside the file."""
    return [
        with_files_beside(reading, beside, is_only=len(readings) == 1)
        if reading.is_from_elsewhere
        else reading
        for reading in readings
    ]


def refuse_invalid(records: list[Record]) -> None:
    """Raises NotImported with every reason in every record of the file."""
    reasons: list[Reason] = []
    dois = Counter(doi_key(record.doi) for record in records if record.doi)
    for number, record in enumerate(records, 1):
        place = number if len(records) > 1 else None
        reasons += reasons_of(validate(record), place)
        if dois[doi_key(record.doi)] > 1:
            message = str(_("Two articles of the file have this DOI."))
            reasons.append(Reason(message=message, field="doi", record=place))
    if reasons:
        raise NotImported(reasons)


def import_numbered(
    reading: Reading,
    importer: Importer,
    folder: Path | None,
    whole: WholeFile,
    number: int | None,
) -> Imported:
    """Adds the number of the record, in a file of several, to the reasons of a refusal."""
    try:
        imported = import_reading(reading, importer, folder, whole)
        whole.article_ids.add(imported.article.pk)
    except NotImported as error:
        raise NotImported(
            msgspec.structs.replace(reason, record=number) for reason in error.reasons
        ) from error
    except DatabaseError as error:
        raise database_refusal(error, number) from error
    return imported


def import_reading(
    reading: Reading, importer: Importer, folder: Path | None, whole: WholeFile
) -> Imported:
    record = restored(reading.record) if importer.restores else reading.record
    journal = importer.journal or find_journal(record)
    if not (importer.is_same_journal or importer.restores):
        refuse_other_journal(reading, journal)
    may_exist = importer.update or importer.keeps_existing
    article = find_existing(record, journal, may_exist, whole.article_ids)
    existing = working_record(article) if article else None
    if article and existing and not importer.update:
        return Imported(article=article, record=existing, is_new=False, is_kept=True)
    record = msgspec.structs.replace(record, body=clean_body(record.body))
    if reading.is_from_elsewhere or importer.makes_issues:
        record = with_own_issue(record, journal, is_public=importer.publisher is not None)
    record = with_existing_galleys(with_local_keys(record, journal), existing)
    record = update_record(existing, record) if existing else as_draft(record)
    record = with_stored_files(record, folder, store=not importer.dry_run)
    revision = save_record(record, journal, article, importer)
    if importer.restores and article is None:
        mark_restored(revision.article)
    return Imported(
        article=revision.article,
        record=revision.record,
        is_new=article is None,
        notes=reading.notes,
    )


def save_record(
    record: Record, journal: Journal, article: Article | None, importer: Importer
) -> Revision:
    """Saves it on the version that was read. Raises NotImported if an editor saved meanwhile."""
    try:
        return save_article(
            record,
            journal=journal,
            article=article,
            base=article.version if article else None,
            editor=importer.editor,
            reason=str(_("imported")),
        )
    except EditConflict as conflict:
        raise not_imported(str(conflict)) from conflict
    except FrozenDoi as frozen:
        raise not_imported(str(frozen), "doi") from frozen


def publish_dated(
    saved: list[Imported], records: list[Record], publisher: Publisher | None
) -> list[Imported]:
    """Publishes the articles that have a date, then applies the notices among them."""
    if publisher is None:
        return saved
    imported_articles = [
        publish_one(imported, record, publisher)
        for imported, record in zip(saved, records, strict=True)
    ]
    for imported in imported_articles:
        if imported.is_published:
            publisher.settle(imported.article)
    return imported_articles


def publish_one(imported: Imported, record: Record, publisher: Publisher) -> Imported:
    """Publishes it with the status that the file gave, unless it has no date.

    What the publisher raises gets a note with the title of the article.
    """
    if imported.is_kept or imported.record.published_on is None:
        return imported
    dated = msgspec.structs.replace(record, published_on=imported.record.published_on)
    try:
        revision = publisher.publish(imported.article, dated)
    except Exception as error:
        error.add_note(str(imported.article))
        raise
    return msgspec.structs.replace(
        imported, article=revision.article, record=revision.record, is_published=True
    )

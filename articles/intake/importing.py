"""A file of articles into drafts or revisions: the whole file, or nothing of it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Protocol

import msgspec
from django.db import DatabaseError, connection, transaction
from django.utils.translation import gettext_lazy as _

from articles import imports
from articles.editing import EditConflict, FrozenDoi, save_article, working_record
from articles.models import Article, Journal, Revision, User
from articles.records.body import clean_body
from articles.records.identifiers import doi_key
from articles.records.record import Record
from articles.records.validation import validity

from .existing_articles import as_draft, over, standing_article
from .galley_files import known_galleys, with_files
from .import_errors import NotImported, Refusal, from_database, from_findings, refused
from .local_keys import journal_of, placed


class Imported(msgspec.Struct, frozen=True, kw_only=True):
    """One article as it stands after the import."""

    article: Article
    record: Record
    is_new: bool
    is_published: bool = False


class Publisher(Protocol):
    """`publishing.from_files.FromFiles`: a neighbour of this layer, so it is passed in."""

    def publish(self, article: Article, told: Record) -> Revision: ...

    def settle(self, article: Article) -> None: ...


class Importer(msgspec.Struct, frozen=True, kw_only=True):
    """How files are taken."""

    journal: Journal | None = None
    update: bool = False
    publisher: Publisher | None = None
    editor: User | None = None
    dry_run: bool = False


def import_file(content: bytes, importer: Importer, folder: Path | None = None) -> list[Imported]:
    """Every article of the file, saved; `folder` is where the files that it names lie.

    Raises imports.Unreadable or NotImported, and then has saved nothing.
    """
    records = imports.read(content)
    refuse_invalid(records)
    try:
        with transaction.atomic():
            saved = [
                import_numbered(record, importer, folder, place if len(records) > 1 else None)
                for place, record in enumerate(records, 1)
            ]
            imported = published(saved, records, importer.publisher)
            connection.check_constraints()  # those that are kept only when a transaction ends
            transaction.set_rollback(importer.dry_run)
        return imported
    except DatabaseError as error:
        raise from_database(error) from error


def refuse_invalid(records: list[Record]) -> None:
    """Raises NotImported with all that is wrong with all records of the file."""
    several = len(records) > 1
    found: list[Refusal] = []
    dois = Counter(doi_key(record.doi) for record in records if record.doi)
    for number, record in enumerate(records, 1):
        place = number if several else None
        found += from_findings(validity(record), place)
        if dois[doi_key(record.doi)] > 1:
            message = str(_("Two articles of the file have this DOI."))
            found.append(Refusal(message=message, field="doi", record=place))
    if found:
        raise NotImported(found)


def import_numbered(
    record: Record, importer: Importer, folder: Path | None, number: int | None
) -> Imported:
    try:
        return import_record(record, importer, folder)
    except NotImported as refusal:
        raise NotImported(
            msgspec.structs.replace(one, record=number) for one in refusal.refusals
        ) from refusal
    except DatabaseError as error:
        raise from_database(error, number) from error


def import_record(record: Record, importer: Importer, folder: Path | None = None) -> Imported:
    journal = importer.journal or journal_of(record)
    article = standing_article(record, journal, importer.update)
    standing = working_record(article) if article else None
    wanted = msgspec.structs.replace(record, body=clean_body(record.body))
    wanted = known_galleys(placed(wanted, journal), standing)
    wanted = over(standing, wanted) if standing else as_draft(wanted)
    wanted = with_files(wanted, folder, keep=not importer.dry_run)
    revision = saved_as(wanted, journal, article, importer)
    return Imported(article=revision.article, record=revision.record, is_new=article is None)


def saved_as(
    wanted: Record, journal: Journal, article: Article | None, importer: Importer
) -> Revision:
    """On the version that was read: an editor who saved meanwhile loses nothing."""
    try:
        return save_article(
            wanted,
            journal=journal,
            article=article,
            base=article.version if article else None,
            editor=importer.editor,
            reason=str(_("imported")),
        )
    except EditConflict as conflict:
        raise refused(str(conflict)) from conflict
    except FrozenDoi as frozen:
        raise refused(str(frozen), "doi") from frozen


def published(
    saved: list[Imported], told: list[Record], publisher: Publisher | None
) -> list[Imported]:
    """Those that have a date made public, then what the notices among them say of others."""
    if publisher is None:
        return saved
    done = [
        publish_one(imported, record, publisher)
        for imported, record in zip(saved, told, strict=True)
    ]
    for imported in done:
        if imported.is_published:
            publisher.settle(imported.article)
    return done


def publish_one(imported: Imported, told: Record, publisher: Publisher) -> Imported:
    """A draft that has no date stays one; what the publisher refuses says which article it is."""
    if imported.record.published_on is None:
        return imported
    dated = msgspec.structs.replace(told, published_on=imported.record.published_on)
    try:
        revision = publisher.publish(imported.article, dated)
    except Exception as error:
        error.add_note(str(imported.article))
        raise
    return msgspec.structs.replace(
        imported, article=revision.article, record=revision.record, is_published=True
    )

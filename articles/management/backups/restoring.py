"""Restoring an archive into an empty site, in one transaction that also covers the files."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

from django.core.files.base import File
from django.core.files.storage import default_storage
from django.db import connection, transaction
from django.utils.translation import gettext as _
from psycopg import sql

from articles.models import Article, Issue, Journal, User

from .manifest import CHUNK, BackupFile, Damaged, Manifest, open_archive
from .tables import Table, applied_migrations, driver, restart_sequences, table_names, tables
from .writing import stored_files

Report = Callable[[str], object]


class NotEmpty(ValueError):
    """The site has data or files already, which a restore would mix up or overwrite."""


def restore(path: Path, report: Report = lambda line: None) -> Manifest:
    """Restores the archive; `report` gets each name as a line of progress.

    Raises Damaged or NotEmpty before any change.
    """
    with open_archive(path) as (archive, manifest):
        check_site(manifest)
        with transaction.atomic():
            fill_tables(archive, manifest, report)
            fill_files(archive, manifest, report)
    return manifest


def check_site(manifest: Manifest) -> None:
    """Raises NotEmpty for a site in use, Damaged for an archive of another version."""
    if any(model.objects.exists() for model in (User, Journal, Issue, Article)):
        raise NotEmpty(_("There are users or journals already. Restore into an empty database."))
    if next(stored_files(), None) is not None:
        raise NotEmpty(_("There are uploaded files already. Restore into an empty MEDIA_ROOT."))
    if tuple(applied_migrations()) != manifest.migrations:
        raise Damaged(
            _(
                "The archive was made by another version of the program. Install that "
                "version, then migrate."
            )
        )
    columns = {table.name: set(table.columns) for table in tables()}
    for name, entry in manifest.tables.items():
        if not set(entry.columns) <= columns.get(name, set()):
            raise unknown_table(name)


def check_tables(manifest: Manifest) -> None:
    """Raises Damaged for a table of no model; asks no database."""
    if unknown := manifest.tables.keys() - table_names():
        raise unknown_table(min(unknown))


def unknown_table(name: str) -> Damaged:
    return Damaged(_("The archive has an unknown table: %(name)s") % {"name": name})


def fill_tables(archive: zipfile.ZipFile, manifest: Manifest, report: Report) -> None:
    """Fills the tables in any order: foreign keys are checked at the end of the transaction."""
    names = sql.SQL(", ").join(map(sql.Identifier, manifest.tables))
    with driver().cursor() as cursor:
        cursor.execute(sql.SQL("TRUNCATE {} CASCADE").format(names))
    for name, entry in manifest.tables.items():
        report(name)
        fill_table(archive, Table(name, entry.columns), entry)
    restart_sequences(list(manifest.tables))


def fill_table(archive: zipfile.ZipFile, table: Table, entry: BackupFile) -> None:
    statement = sql.SQL("COPY {} FROM STDIN").format(table.with_columns())
    with (
        archive.open(entry.name) as member,
        driver().cursor() as cursor,
        cursor.copy(statement) as copy,
    ):
        while chunk := member.read(CHUNK):
            copy.write(chunk)


def fill_files(archive: zipfile.ZipFile, manifest: Manifest, report: Report) -> None:
    """Writes the files, then checks the constraints; any error deletes the files again."""
    written: list[str] = []
    try:
        for name, entry in manifest.files.items():
            report(name)
            with archive.open(entry.name) as member:
                written.append(default_storage.save(name, File(member, name)))
        connection.check_constraints()
    except BaseException:
        for name in written:
            default_storage.delete(name)
        raise

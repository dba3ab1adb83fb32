"""Writing an archive: a snapshot of the database, then the files."""

from __future__ import annotations

import hashlib
import os
import zipfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import msgspec
from django.core.files.storage import default_storage
from django.db import connection, transaction
from django.utils import timezone
from psycopg import sql

from articles.editing.uploads import is_unconfirmed
from articles.intake.ojs.uploads.pieces import is_upload

from .manifest import CHUNK, BackupFile, Manifest
from .tables import Table, applied_migrations, driver, lock_tables, table_names, tables

Report = Callable[[str], object]


def write(path: Path, report: Report = lambda line: None) -> Manifest:
    """Writes under another name until the archive is complete.

    Only its owner may read the file, as it holds everything. `report` gets each name as a line of
    progress.
    """
    part = path.with_name(f"{path.name}.part")
    descriptor = os.open(part, os.O_CREAT | os.O_TRUNC | os.O_RDWR, 0o600)
    try:
        with (
            os.fdopen(descriptor, "w+b") as file,
            zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, allowZip64=True) as archive,
        ):
            manifest = fill(archive, report)
        os.replace(part, path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return manifest


def fill(archive: zipfile.ZipFile, report: Report) -> Manifest:
    rows = list(database(archive, report))
    names = [name for name in stored_files() if not (is_unconfirmed(name) or is_upload(name))]
    files = {name: add_file(archive, name, report) for name in names}
    manifest = Manifest(
        made_at=timezone.now(),
        migrations=tuple(applied_migrations()),
        entries=(*rows, *filter(None, files.values())),
        deleted=tuple(name for name, entry in files.items() if entry is None),
    )
    archive.writestr("manifest.json", msgspec.json.encode(manifest))
    return manifest


def database(archive: zipfile.ZipFile, report: Report) -> Iterator[BackupFile]:
    """All tables of one snapshot, so people may go on working."""
    names = table_names(only_existing=True)
    with transaction.atomic(), connection.cursor() as cursor:
        if not connection.savepoint_ids:  # no outer transaction
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        lock_tables(names)
        for table in tables():
            report(table.name)
            yield add(archive, f"database/{table.name}.copy", rows_of(table), table.columns)


def rows_of(table: Table) -> Iterator[bytes]:
    statement = sql.SQL("COPY {} TO STDOUT").format(table.with_columns())
    with driver().cursor() as cursor, cursor.copy(statement) as copy:
        yield from map(bytes, copy)


def add_file(archive: zipfile.ZipFile, name: str, report: Report) -> BackupFile | None:
    """Add a stored file; None if it was deleted since the files were listed."""
    report(name)
    try:
        file = default_storage.open(name)
    except FileNotFoundError:
        return None
    with file:
        return add(archive, f"files/{name}", file.chunks(CHUNK))


def stored_files(folder: str = "") -> Iterator[str]:
    """The names of all files in storage, with their folders."""
    try:
        folders, names = default_storage.listdir(folder)
    except FileNotFoundError:
        return
    for name in sorted(names):
        yield f"{folder}/{name}" if folder else name
    for inner in sorted(folders):
        yield from stored_files(f"{folder}/{inner}" if folder else inner)


def add(
    archive: zipfile.ZipFile, name: str, chunks: Iterable[bytes], columns: tuple[str, ...] = ()
) -> BackupFile:
    digest, size = hashlib.sha256(), 0
    with archive.open(name, "w", force_zip64=True) as member:
        for chunk in chunks:
            member.write(chunk)
            digest.update(chunk)
            size += len(chunk)
    return BackupFile(name=name, size=size, sha256=digest.hexdigest(), columns=columns)

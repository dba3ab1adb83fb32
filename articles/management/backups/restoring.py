"""Restoring into an empty place: the database in one transaction, with the files before its end."""

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

from .manifest import CHUNK, Damaged, Entry, Manifest, verified
from .tables import Table, applied_migrations, driver, restart_numbers, tables
from .writing import stored_files

Tell = Callable[[str], object]


class NotEmpty(ValueError):
    """Something stands here already, which a restore would mix with or overwrite."""


def restore(path: Path, tell: Tell = lambda line: None) -> Manifest:
    """Raises Damaged or NotEmpty before anything is touched."""
    with verified(path) as (archive, manifest):
        check_place(manifest)
        with transaction.atomic():
            fill_tables(archive, manifest, tell)
            fill_files(archive, manifest, tell)
    return manifest


def check_place(manifest: Manifest) -> None:
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
    known = {table.name: set(table.columns) for table in tables()}
    for name, entry in manifest.tables.items():
        if name not in known or not set(entry.columns) <= known[name]:
            raise Damaged(_("The archive has an unknown table: %(name)s") % {"name": name})


def fill_tables(archive: zipfile.ZipFile, manifest: Manifest, tell: Tell) -> None:
    """Foreign keys are checked at the end of the transaction, so the order is all the same."""
    names = sql.SQL(", ").join(map(sql.Identifier, manifest.tables))
    with driver().cursor() as cursor:
        cursor.execute(sql.SQL("TRUNCATE {} CASCADE").format(names))
    for name, entry in manifest.tables.items():
        tell(name)
        fill_table(archive, Table(name, entry.columns), entry)
    restart_numbers(list(manifest.tables))


def fill_table(archive: zipfile.ZipFile, table: Table, entry: Entry) -> None:
    wanted = sql.SQL("COPY {} FROM STDIN").format(table.named())
    with (
        archive.open(entry.name) as member,
        driver().cursor() as cursor,
        cursor.copy(wanted) as copy,
    ):
        while chunk := member.read(CHUNK):
            copy.write(chunk)


def fill_files(archive: zipfile.ZipFile, manifest: Manifest, tell: Tell) -> None:
    written: list[str] = []
    try:
        for name, entry in manifest.files.items():
            tell(name)
            with archive.open(entry.name) as member:
                written.append(default_storage.save(name, File(member, name)))
        connection.check_constraints()
    except BaseException:
        for name in written:
            default_storage.delete(name)
        raise

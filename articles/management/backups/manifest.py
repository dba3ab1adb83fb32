"""The manifest of an archive, and the check of every byte by it before a restore."""

from __future__ import annotations

import hashlib
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import Literal

import msgspec
from django.utils.translation import gettext as _

CHUNK = 2**20


class Damaged(ValueError):
    """The archive is incomplete or changed; the message says how."""


class BackupFile(msgspec.Struct, frozen=True, kw_only=True):
    """A file of the archive: a table (with its `columns`) or an uploaded file."""

    name: str
    size: int
    sha256: str
    columns: tuple[str, ...] = ()


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    schema: Literal["backup/1"] = "backup/1"
    made_at: datetime
    migrations: tuple[str, ...]
    entries: tuple[BackupFile, ...]
    deleted: tuple[str, ...] = ()  # files deleted while the archive was written

    @property
    def tables(self) -> dict[str, BackupFile]:
        entries = (entry for entry in self.entries if entry.name.startswith("database/"))
        return {PurePosixPath(entry.name).stem: entry for entry in entries}

    @property
    def files(self) -> dict[str, BackupFile]:
        entries = (entry for entry in self.entries if entry.name.startswith("files/"))
        return {entry.name.removeprefix("files/"): entry for entry in entries}


@contextmanager
def open_archive(path: Path) -> Iterator[tuple[zipfile.ZipFile, Manifest]]:
    """The archive and its manifest, after the check of all checksums; raises Damaged."""
    try:
        with zipfile.ZipFile(path) as archive:
            manifest = manifest_of(archive)
            check(archive, manifest)
            yield archive, manifest
    except (zipfile.BadZipFile, zlib.error, EOFError, KeyError, NotImplementedError) as error:
        raise Damaged(_("The archive is damaged: %(what)s") % {"what": error}) from error


def manifest_of(archive: zipfile.ZipFile) -> Manifest:
    try:
        return msgspec.json.decode(archive.read("manifest.json"), type=Manifest)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Damaged(_("The manifest cannot be read: %(what)s") % {"what": error}) from error


def check(archive: zipfile.ZipFile, manifest: Manifest) -> None:
    """Raises Damaged for a missing, additional, unsafe or changed file."""
    names = [entry.name for entry in manifest.entries] + ["manifest.json"]
    if sorted(names) != sorted(archive.namelist()):
        raise Damaged(_("The archive does not match its manifest."))
    for entry in manifest.entries:
        if not is_safe(entry.name):
            raise Damaged(_("“%(name)s” points outside the archive.") % {"name": entry.name})
        if digest_of(archive, entry.name) != (entry.size, entry.sha256):
            raise Damaged(_("“%(name)s” has changed since it was written.") % {"name": entry.name})


def is_safe(name: str) -> bool:
    """Whether the file would be restored inside its folder, and not above it."""
    path = PurePosixPath(name)
    inside = not path.is_absolute() and ".." not in path.parts and "\\" not in name
    return inside and path.parts[0] in ("database", "files") and len(path.parts) > 1


def digest_of(archive: zipfile.ZipFile, name: str) -> tuple[int, str]:
    """Size in bytes, and SHA-256 in hexadecimal."""
    digest, size = hashlib.sha256(), 0
    with archive.open(name) as member:
        while chunk := member.read(CHUNK):
            digest.update(chunk)
            size += len(chunk)
    return size, digest.hexdigest()

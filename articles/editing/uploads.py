"""Uploaded files that no saved article uses yet; they are deleted if not confirmed in time."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import msgspec
from django.core.files.base import File
from django.core.files.storage import default_storage
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.records.cleaning import InvalidValue
from articles.records.record import Galley, Record

from .files import checksum_of, file_name, galley_path

FOLDER = "unconfirmed"
DAYS = 3  # kept at least; later the form asks for the file again


class FileGone(InvalidValue):
    """The file has been deleted, or never existed."""


class StoredUpload(msgspec.Struct, frozen=True, array_like=True):
    """A stored upload, whose content has not been checked."""

    path: str
    name: str
    size: int  # bytes
    checksum: str
    pages: int | None = None  # of a PDF; unknown if it cannot be read

    def exists(self) -> bool:
        return default_storage.exists(self.path)

    def galley(self, *, language: Any, kind: Any) -> Galley:
        """The galley for an article's record; `confirm_file` moves it to its final path."""
        return Galley(
            language=language,
            kind=kind,
            name=self.name,
            size=self.size,
            checksum=self.checksum,
            path=self.path,
            pages=self.pages,
        )


def store_upload(upload: File[Any], pages: int | None = None) -> StoredUpload:
    """Stores a file under a path that cannot be guessed."""
    name = file_name(upload)
    checksum = checksum_of(upload)
    place = f"{FOLDER}/{timezone.localdate():%Y-%m-%d}/{secrets.token_hex(8)}/{name}"
    path = default_storage.save(place, upload)
    return StoredUpload(path, name, upload.size or 0, checksum, pages)


def is_unconfirmed(path: str) -> bool:
    return path.startswith(f"{FOLDER}/")


def with_confirmed_files(record: Record) -> Record:
    """The record with its uploads copied to the files of articles. Raises FileGone."""
    if not any(is_unconfirmed(galley.path) for galley in record.galleys):
        return record
    galleys = tuple(
        confirm_file(galley) if is_unconfirmed(galley.path) else galley for galley in record.galleys
    )
    return msgspec.structs.replace(record, galleys=galleys)


def confirm_file(galley: Galley) -> Galley:
    """The galley at its final path. The upload itself stays, since an open form may name it."""
    try:
        with default_storage.open(galley.path) as file:
            path = galley_path(galley.checksum, galley.name)
            if not default_storage.exists(path):
                path = default_storage.save(path, file)
    except FileNotFoundError as error:
        raise FileGone(
            _("“%(name)s” was stored for %(days)d days without confirmation. Choose it again."),
            name=galley.name,
            days=DAYS,
        ) from error
    return msgspec.structs.replace(galley, path=path)


def delete_expired_uploads(today: date | None = None) -> int:
    """Deletes uploads that were not confirmed in time. Returns how many files."""
    today = today or timezone.localdate()
    count = 0
    for day in expired_days(today):
        for name in list(files_below(f"{FOLDER}/{day}")):
            default_storage.delete(name)
            count += not name.endswith("/")
    return count


def expired_days(today: date) -> list[str]:
    """Names of the folders of expired days; folders with other names are left alone."""
    return [day for day in list_folder(FOLDER)[0] if is_before(day, today - timedelta(days=DAYS))]


def is_before(day: str, last: date) -> bool:
    try:
        return date.fromisoformat(day) < last
    except ValueError:
        return False


def files_below(folder: str) -> Iterator[str]:
    """Paths of files, then of their folder, for deletion in this order."""
    folders, names = list_folder(folder)
    for inner in folders:
        yield from files_below(f"{folder}/{inner}")
    yield from (f"{folder}/{name}" for name in names)
    yield f"{folder}/"


def list_folder(folder: str) -> tuple[list[str], list[str]]:
    try:
        return default_storage.listdir(folder)
    except FileNotFoundError:
        return [], []

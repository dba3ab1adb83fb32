"""Files that no article has yet: kept apart, a folder a day, until they are confirmed or swept."""

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

from .files import checksum_of, file_name, galley_path, page_count

FOLDER = "unconfirmed"
DAYS = 3  # kept at least; a form that is sent again later asks for the file once more


class FileGone(InvalidValue):
    """The file was swept, or never was there."""


class StoredUpload(msgspec.Struct, frozen=True, array_like=True):
    """A file as it was handed in: nothing of it was read but its bytes."""

    path: str
    name: str
    size: int  # bytes
    checksum: str

    def exists(self) -> bool:
        return default_storage.exists(self.path)

    def galley(self, *, language: Any, kind: Any) -> Galley:
        """What an article will have of it; `confirmed` gives it its place."""
        return Galley(
            language=language,
            kind=kind,
            name=self.name,
            size=self.size,
            checksum=self.checksum,
            path=self.path,
        )


def store_upload(upload: File[Any]) -> StoredUpload:
    """Under a name that nobody can guess, whatever else is handed in."""
    name = file_name(upload)
    checksum = checksum_of(upload)
    place = f"{FOLDER}/{timezone.localdate():%Y-%m-%d}/{secrets.token_hex(8)}/{name}"
    path = default_storage.save(place, upload)
    return StoredUpload(path, name, upload.size or 0, checksum)


def is_unconfirmed(path: str) -> bool:
    return path.startswith(f"{FOLDER}/")


def with_confirmed_files(record: Record) -> Record:
    """The record with each file where files of articles lie; raises FileGone."""
    if not any(is_unconfirmed(galley.path) for galley in record.galleys):
        return record
    galleys = tuple(
        confirm_file(galley) if is_unconfirmed(galley.path) else galley for galley in record.galleys
    )
    return msgspec.structs.replace(record, galleys=galleys)


def confirm_file(galley: Galley) -> Galley:
    """Copied: what a form or a page still names stays until it is swept."""
    try:
        with default_storage.open(galley.path) as file:
            pages = page_count(file) if galley.kind == "pdf" else None
            path = galley_path(galley.checksum, galley.name)
            if not default_storage.exists(path):
                path = default_storage.save(path, file)
    except FileNotFoundError as error:
        raise FileGone(
            _("“%(name)s” was stored for %(days)d days without confirmation. Choose it again."),
            name=galley.name,
            days=DAYS,
        ) from error
    return msgspec.structs.replace(galley, path=path, pages=pages)


def delete_expired_uploads(today: date | None = None) -> int:
    """Removes what nobody confirmed in time; how many files. Nothing else lies in this folder."""
    today = today or timezone.localdate()
    count = 0
    for day in expired_days(today):
        for name in list(files_below(f"{FOLDER}/{day}")):
            default_storage.delete(name)
            count += not name.endswith("/")
    return count


def expired_days(today: date) -> list[str]:
    """Folders of days that are over; what is named otherwise is not ours to remove."""
    return [day for day in list_folder(FOLDER)[0] if is_before(day, today - timedelta(days=DAYS))]


def is_before(day: str, last: date) -> bool:
    try:
        return date.fromisoformat(day) < last
    except ValueError:
        return False


def files_below(folder: str) -> Iterator[str]:
    """Files first, then the folder that held them: storages without folders do not mind."""
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

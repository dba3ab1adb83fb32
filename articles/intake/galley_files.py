"""The files that an imported record names: checked beside the JSON, and stored."""

from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils.translation import gettext_lazy as _

from articles.editing.files import WrongFileKind, check_kind
from articles.records.folder_names import second_name
from articles.records.record import Galley, Record

from .import_errors import not_imported


def with_stored_files(record: Record, folder: Path | None, *, store: bool) -> Record:
    """Each galley with its path in storage; `store` writes the file there.

    A galley with a key is one of this site and stored already. Raises NotImported if a file is
    missing in the folder, or is not the one that the record describes.
    """
    galleys = tuple(
        galley
        if galley.id is not None
        else store_galley(galley, folder, store=store, field=f"galleys[{number}]")
        for number, galley in enumerate(record.galleys, start=1)
    )
    return msgspec.structs.replace(record, galleys=galleys)


def store_galley(galley: Galley, folder: Path | None, *, store: bool, field: str) -> Galley:
    """The galley with its path; raises NotImported for a file that is not of the galley's kind."""
    content = read_file(galley, folder, field)
    try:
        check_kind(ContentFile(content, galley.name), galley.kind)
    except WrongFileKind as wrong:
        raise not_imported(str(wrong), field) from wrong
    path = f"galleys/{galley.checksum[:16]}/{galley.name}"
    if store and not default_storage.exists(path):
        path = default_storage.save(path, ContentFile(content))
    return msgspec.structs.replace(galley, path=path)


def with_existing_galleys(record: Record, existing: Record | None) -> Record:
    """Each galley that the existing article has, by name and checksum, is replaced by that one.

    The others lose their key and path, which belong to another site.
    """
    known = (
        {(galley.name, galley.checksum): galley for galley in existing.galleys} if existing else {}
    )
    replaced = tuple(
        known.get((galley.name, galley.checksum))
        or msgspec.structs.replace(galley, id=None, path="")
        for galley in record.galleys
    )
    return msgspec.structs.replace(record, galleys=replaced)


def find_file(galley: Galley, folder: Path | None) -> Path | None:
    """The file by the name that it has beside others of its own name, else by its own."""
    names = (second_name(galley), galley.name) if folder else ()
    return next((path for name in names if folder and (path := folder / name).is_file()), None)


def read_file(galley: Galley, folder: Path | None, field: str) -> bytes:
    """The content of the galley's file in the folder; raises NotImported, naming the field."""
    if galley.name != Path(galley.name).name or galley.name in ("", ".", ".."):
        raise not_imported(_("“%(name)s” is not a file name."), field, name=galley.name)
    source = find_file(galley, folder)
    if source is None:
        raise not_imported(
            _("The file %(name)s was not found next to the JSON."), field, name=galley.name
        )
    content = source.read_bytes()
    if hashlib.sha256(content).hexdigest() != galley.checksum or len(content) != galley.size:
        raise not_imported(
            _(
                "The file %(name)s does not match its description: its checksum or size is "
                "different."
            ),
            field,
            name=galley.name,
        )
    return content

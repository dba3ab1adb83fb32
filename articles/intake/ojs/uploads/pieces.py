"""Uploaded files in pieces: what was received stays, so that an upload may go on after a break."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from django.core.files.base import File
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.imports.zip_files import ARCHIVE, SUFFIXES
from articles.models import OjsImport, OjsImportFile
from articles.records.cleaning import InvalidValue
from articles.records.pictures import IMAGES

FOLDER = "ojs-imports"  # in storage
PIECE_BYTES = 4 * 2**20
MOST_BYTES = 2_000_000_000  # of one file
MOST_TOGETHER = 20_000_000_000
MOST_FILES = 500
EXTENSIONS = {
    OjsImport.Kind.OJS: (".xml", ".zip"),
    OjsImport.Kind.ARTICLES: (*SUFFIXES, ARCHIVE, ".pdf", *(f".{name}" for name in IMAGES)),
}


class UploadRefused(InvalidValue):
    """The file or piece is not taken; nothing of it is kept."""


def add_file(ojs_import: OjsImport, name: str, size: int) -> OjsImportFile:
    """The file with what was received of it; one with the same name and another size is replaced.

    Raises UploadRefused.
    """
    check_kind(ojs_import, name)
    check_size(name, size)
    OjsImport.objects.filter(pk=ojs_import.pk).update(changed_at=timezone.now())
    file = ojs_import.files.filter(name=name).first()
    if file and file.size != size:
        delete_file(file)
        file = None
    if file is None:
        check_room(ojs_import, size)
        file = OjsImportFile.objects.create(ojs_import=ojs_import, name=name, size=size)
    return file


def check_kind(ojs_import: OjsImport, name: str) -> None:
    if name.lower().endswith(EXTENSIONS[OjsImport.Kind(ojs_import.kind)]):
        return
    if ojs_import.kind == OjsImport.Kind.OJS:
        message = _("“%(name)s” is neither XML nor a ZIP archive. Upload what OJS exported.")
    else:
        message = _(
            "“%(name)s” is no file of articles. Upload XML, JSON, CSV, XLSX or ZIP, and the PDFs "
            "and pictures that belong to them."
        )
    raise UploadRefused(message, name=name)


def check_size(name: str, size: int) -> None:
    if size > MOST_BYTES:
        raise UploadRefused(
            _("“%(name)s” is larger than 2 GB. Export fewer issues at a time."), name=name
        )
    if size == 0:
        raise UploadRefused(_("“%(name)s” is empty. Export it again."), name=name)


def check_room(ojs_import: OjsImport, size: int) -> None:
    sizes = list(ojs_import.files.values_list("size", flat=True))
    if len(sizes) >= MOST_FILES:
        raise UploadRefused(_("There are 500 files already. Put several into one ZIP archive."))
    if sum(sizes) + size > MOST_TOGETHER:
        raise UploadRefused(
            _("The files are larger than 20 GB together. Import these, then upload the others.")
        )


@transaction.atomic
def add_piece(file: OjsImportFile, start: int, piece: File[Any]) -> OjsImportFile:
    """The file with the piece, or as it is if the piece does not begin where the file ends.

    Raises UploadRefused for a piece that goes beyond the end.
    """
    locked = OjsImportFile.objects.select_for_update().get(pk=file.pk)
    length = piece.size or 0
    if start != locked.received or not length:
        return locked
    if start + length > locked.size:
        raise UploadRefused(_("“%(name)s” has changed. Choose it again."), name=locked.name)
    path = piece_path(locked, start)
    default_storage.delete(path)  # of an upload that ended before its row was saved
    default_storage.save(path, piece)
    locked.received = start + length
    locked.save()
    return locked


def piece_path(file: OjsImportFile, start: int) -> str:
    return f"{folder_of(file)}/{start:012d}"


def folder_of(file: OjsImportFile) -> str:
    return f"{FOLDER}/{file.ojs_import_id}/{file.pk}"


def is_upload(path: str) -> bool:
    return path.startswith(f"{FOLDER}/")


def pieces_of(file: OjsImportFile) -> Iterator[str]:
    """The paths of its pieces in order."""
    try:
        _folders, names = default_storage.listdir(folder_of(file))
    except FileNotFoundError:
        return
    yield from (f"{folder_of(file)}/{name}" for name in sorted(names) if name.isdigit())


def write_file(file: OjsImportFile, folder: Path) -> Path:
    """The whole file in a folder of this machine, where it can be read."""
    path = folder / file.name
    with path.open("wb") as whole:
        for piece in pieces_of(file):
            with default_storage.open(piece) as stream:
                copy(stream, whole)
    return path


def copy(source: IO[Any], target: IO[bytes]) -> None:
    shutil.copyfileobj(source, target, 2**20)


def delete_file(file: OjsImportFile) -> None:
    for piece in list(pieces_of(file)):
        default_storage.delete(piece)
    file.delete()

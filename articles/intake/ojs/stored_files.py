"""Files of an export in storage, under paths that contain their checksums."""

from __future__ import annotations

from pathlib import PurePosixPath

import msgspec
from django.core.files.base import ContentFile, File
from django.core.files.storage import default_storage

from articles.editing.files import file_name, galley_path
from articles.imports.ojs.values import File as ExportedFile
from articles.imports.ojs.values import Galley, Version
from articles.records.record import Galley as RecordGalley

from .file_kinds import Kind, kind_of, problem_of
from .page_counts import PageCounts

EXTENSIONS: dict[Kind, str] = {
    "pdf": ".pdf",
    "html": ".html",
    "epub": ".epub",
    "xml": ".xml",
    "docx": ".docx",
}


class StoredGalley(msgspec.Struct, frozen=True):
    """A file of the old site, and the galley that it becomes."""

    exported: ExportedFile
    galley: RecordGalley


def store_galleys(version: Version, pages: PageCounts) -> list[StoredGalley]:
    """The files that readers are offered, and the pictures of HTML files; others keep no place."""
    stored: list[StoredGalley] = []
    for galley in version.galleys:
        for file in (galley.file, *galley.dependent_files):
            if file is None or problem_of(galley, file):
                continue
            if file is galley.file or kind_of(galley, file) == "image":
                names = {each.galley.name for each in stored}
                stored.append(StoredGalley(file, store_galley(galley, file, names, pages)))
    return stored


def store_galley(
    galley: Galley, file: ExportedFile, taken_names: set[str], pages: PageCounts
) -> RecordGalley:
    kind = kind_of(galley, file)
    name = free_name(safe_name(file, kind), galley.language, taken_names)
    return RecordGalley(
        language=galley.language,
        kind=kind,
        name=name,
        size=file.content.size,
        checksum=file.content.checksum,
        path=store_file(file, name),
        pages=pages.of(file) if kind == "pdf" else None,
    )


def store_file(file: ExportedFile, name: str) -> str:
    """The path in storage; a file that is there already is not written again."""
    path = galley_path(file.content.checksum, name)
    if default_storage.exists(path) or file.content.place is None:
        return path
    with file.content.place.open() as stream:
        return str(default_storage.save(path, File(stream)))


def safe_name(file: ExportedFile, kind: Kind) -> str:
    """The name without folders and special characters, with the extension of its kind."""
    name = file_name(ContentFile(b"", file.name or "file"))
    extension = EXTENSIONS.get(kind, "")
    return name if PurePosixPath(name).suffix else f"{name}{extension}"


def free_name(name: str, language: str, taken: set[str]) -> str:
    """One file may be the galley of several languages, and two files may have one name."""
    path = PurePosixPath(name)
    numbered = (
        f"{path.stem}-{language}-{number}{path.suffix}" for number in range(2, len(taken) + 3)
    )
    names = (name, f"{path.stem}-{language}{path.suffix}", *numbered)
    return next(each for each in names if each not in taken)

"""Files that lie beside a file of another system: pictures of the text, and the article's PDF."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import Literal

import msgspec
from django.core.files.base import File
from django.utils.translation import gettext as _

from articles.editing.files import WrongFileKind, check_kind, checksum_of
from articles.imports import Reading
from articles.imports.zip_names import comparable
from articles.records.body import picture_names, with_image_urls
from articles.records.languages import Language
from articles.records.pictures import IMAGES, image_type
from articles.records.record import Galley


class Beside(msgspec.Struct, frozen=True):
    """The folder of a file that is imported, and that file's name; neither is always known."""

    folder: Path | None = None
    name: str = ""

    def find(self, name: str, *extensions: str) -> Path | None:
        """The file of this name, or of this name with one of the extensions.

        Of a path the last name counts. Small and capital letters are alike if only one file fits.
        """
        name = PurePosixPath(name.replace("\\", "/")).name
        if self.folder is None or name in ("", ".", ".."):
            return None
        names = (name, *(f"{name}.{extension}" for extension in extensions))
        exact = (each for each in map(self.folder.joinpath, names) if each.is_file())
        return next(exact, None) or self.find_alike(self.folder, names)

    def find_alike(self, folder: Path, names: Iterable[str]) -> Path | None:
        keys = {comparable(name).casefold() for name in names}
        alike = [each for each in folder.iterdir() if comparable(each.name).casefold() in keys]
        return alike[0] if len(alike) == 1 and alike[0].is_file() else None

    def pdfs(self) -> list[Path]:
        """The PDF that is named like the file, else the only one beside it."""
        if same := self.find(f"{Path(self.name).stem}.pdf") if self.name else None:
            return [same]
        if self.folder is None or len(list(self.folder.glob("*.xml"))) != 1:
            return []
        found = sorted(self.folder.glob("*.pdf"))
        return found if len(found) == 1 else []


def with_files_beside(reading: Reading, beside: Beside, *, is_only: bool) -> Reading:
    """The article with the pictures and PDFs found, and notes on those that are not there.

    `is_only`: the file holds this article alone, so that a PDF beside it is the article's.
    """
    record = reading.record
    pictures = {name: beside.find(name, *IMAGES) for name in picture_names(record.body)}
    found = {name: path for name, path in pictures.items() if path and image_type(path.name)}
    images = {name: galley_of(path, record.language, "image") for name, path in found.items()}
    shown = {name: galley for name, galley in images.items() if galley}
    galleys = [*shown.values(), *filter(None, pdfs_of(reading, beside, is_only=is_only))]
    missing = [name for name in pictures if name not in shown]
    renamed = {name: galley.name for name, galley in shown.items() if name != galley.name}
    return msgspec.structs.replace(
        reading,
        record=msgspec.structs.replace(
            record,
            body=with_image_urls(record.body, renamed),
            galleys=tuple({galley.name: galley for galley in galleys}.values()),
        ),
        notes=(*reading.notes, *missing_notes(missing), *missing_files(reading, beside)),
    )


def missing_notes(names: list[str]) -> Iterator[str]:
    if names:
        yield _(
            "Pictures not found beside the file, or of a kind that pages cannot show: %(names)s."
        ) % {"names": ", ".join(names)}


def missing_files(reading: Reading, beside: Beside) -> Iterator[str]:
    """A note on the full texts that the file names and that are not there."""
    if names := [file.name for file in reading.files if not beside.find(file.name, "pdf")]:
        yield _("Full texts not found beside the file: %(names)s.") % {"names": ", ".join(names)}


def pdfs_of(reading: Reading, beside: Beside, *, is_only: bool) -> Iterator[Galley | None]:
    """The PDFs that the file names; else the one beside it."""
    named = [(file, beside.find(file.name, "pdf")) for file in reading.files]
    found = [(path, file.language) for file, path in named if path]
    if not found and is_only:
        found = [(path, reading.record.language) for path in beside.pdfs()]
    yield from (galley_of(path, language, "pdf") for path, language in found)


def galley_of(path: Path, language: Language, kind: Literal["pdf", "image"]) -> Galley | None:
    """The file as a galley without a place in storage; None if its content is of another kind."""
    with path.open("rb") as stream:
        file = File(stream, path.name)
        try:
            check_kind(file, kind)
        except WrongFileKind:
            return None
        return Galley(
            language=language,
            kind=kind,
            name=path.name,
            size=file.size,
            checksum=checksum_of(file),
        )

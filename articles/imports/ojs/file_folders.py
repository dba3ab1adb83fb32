"""Files beside an export: in OJS's `files_dir`, a folder or a ZIP, never anything outside it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

import msgspec

from articles.imports.zip_names import comparable

from .contents import MOST_BYTES, START_BYTES, Content, Place, broken

CHUNK = 2**20
# Where in a folder the paths of an export may begin.
BEGINNINGS = ("", "files_dir", "files")


class Folder(msgspec.Struct, frozen=True):
    """A folder on disk, or one inside a ZIP archive with its `members` by their names."""

    path: Path
    archive: Path | None = None
    members: Mapping[str, str] = {}

    def find(self, parts: tuple[str, ...]) -> Place | None:
        """The place of a path, also where the folder is a part of OJS's own: `journals/2`."""
        # Never by its name alone: two articles may have files of one name.
        endings = (parts[start:] for start in range(max(len(parts) - 1, 1)))
        paths = (Path(beginning, *ending) for ending in endings for beginning in BEGINNINGS)
        return next(filter(None, map(self._place, paths)), None)

    def _place(self, path: Path) -> Place | None:
        if self.archive:
            name = comparable((self.path / path).as_posix())
            member = self.members.get(name)
            return Place(self.archive, member, name) if member else None
        root, full = self.path.resolve(), (self.path / path).resolve()
        return Place(full) if full.is_relative_to(root) and full.is_file() else None


class FileFolders:
    """The folders in which the files of an export may lie, in this order."""

    def __init__(self, *folders: Folder) -> None:
        self.folders = folders

    def find(self, address: str) -> Content:
        """The content of the file at a relative path; a web address is never fetched."""
        address = address.strip()
        parts = relative_parts(address)
        if is_web_address(address):
            return broken("address", address)
        if parts is None:
            return broken("outside", address)
        places = (folder.find(parts) for folder in self.folders)
        place = next(filter(None, places), None)
        return measured(place, address) if place else broken("missing", address)


def is_web_address(address: str) -> bool:
    return bool(urlsplit(address).netloc) or "://" in address or address.startswith("data:")


def relative_parts(address: str) -> tuple[str, ...] | None:
    """The parts of a relative path; None for one that leaves its folder. Windows has `\\` in it."""
    plain = unquote(address).replace("\\", "/")
    path = PurePosixPath(plain)
    leaves = path.is_absolute() or ".." in path.parts or not path.parts
    return None if leaves or re.search(r"\x00|^\w:", plain) else path.parts


def measured(place: Place, address: str) -> Content:
    """The content with its size and checksum, read in pieces."""
    digest, size, start = hashlib.sha256(), 0, b""
    with place.open() as stream:
        while chunk := stream.read(CHUNK):
            size += len(chunk)
            if size > MOST_BYTES:
                return broken("too_large", address)
            digest.update(chunk)
            start = start or chunk[:START_BYTES]
    return Content(
        place=place,
        size=size,
        checksum=digest.hexdigest(),
        start=start,
        address=address,
        problem="" if size else "missing",
    )

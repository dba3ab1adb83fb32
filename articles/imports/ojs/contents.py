"""What an export says about a file, and where its bytes are: in a folder, in a ZIP, or nowhere."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Literal

import msgspec

MOST_BYTES = 1_000_000_000  # of one file
START_BYTES = 1_024

Problem = Literal["", "missing", "address", "outside", "too_large", "not_base64", "other_size"]


class Place(msgspec.Struct, frozen=True):
    """A file on disk, or a member of a ZIP archive."""

    path: Path
    member: str = ""  # of the archive at `path`
    name: str = ""  # of the member, as messages have it

    @contextmanager
    def open(self) -> Iterator[IO[bytes]]:
        if not self.member:
            with self.path.open("rb") as stream:
                yield stream
            return
        with zipfile.ZipFile(self.path) as archive, archive.open(self.member) as stream:
            yield stream

    def __str__(self) -> str:
        return f"{self.path.name}: {self.name or self.member}" if self.member else self.path.name


class Content(msgspec.Struct, frozen=True, kw_only=True):
    """The bytes of a file. `place` is None if they were only read, or if there are none."""

    place: Place | None = None
    size: int = 0
    checksum: str = ""  # SHA-256, hexadecimal
    start: bytes = b""  # the first bytes, by which its kind is told
    problem: Problem = ""
    address: str = ""  # as the export gives it, if the file is not inside


def broken(problem: Problem, address: str = "") -> Content:
    """The content of a file that cannot be used."""
    return Content(problem=problem, address=address)

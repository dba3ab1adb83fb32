"""Streamed ZIP archives; the same members give the same bytes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import IO, cast
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

COMPRESSED = (".pdf", ".jpg", ".jpeg", ".png", ".zip", ".docx", ".xlsx", ".epub")
OLDEST = date(1980, 1, 1)  # the first day that a ZIP can store

Member = tuple[str, Iterable[bytes]]


class Sink:
    """The output of ZipFile. It cannot seek, so sizes follow each member."""

    def __init__(self) -> None:
        self.parts: list[bytes] = []

    def write(self, part: bytes) -> int:
        self.parts.append(bytes(part))
        return len(part)

    def flush(self) -> None:
        """Nothing is buffered."""

    def take_parts(self) -> Iterator[bytes]:
        parts, self.parts = self.parts, []
        yield from parts


def zip_members(members: Iterable[Member], on: date | None) -> Iterator[bytes]:
    """The bytes of an archive of the members, all dated with the day of the issue."""
    sink = Sink()
    with ZipFile(cast(IO[bytes], sink), "w") as archive:
        for name, content in members:
            with archive.open(_info(name, on), "w") as member:
                for part in content:
                    member.write(part)
                    yield from sink.take_parts()
            yield from sink.take_parts()
    yield from sink.take_parts()


def _info(name: str, on: date | None) -> ZipInfo:
    day = max(on or OLDEST, OLDEST)
    info = ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
    info.compress_type = ZIP_STORED if name.lower().endswith(COMPRESSED) else ZIP_DEFLATED
    info.external_attr = 0o644 << 16
    return info

"""A ZIP that is read while it is written: the same members give the same bytes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import IO, cast
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

PACKED = (".pdf", ".jpg", ".jpeg", ".png", ".zip", ".docx", ".xlsx", ".epub")
OLDEST = date(1980, 1, 1)  # of a ZIP's calendar

Member = tuple[str, Iterable[bytes]]


class Sink:
    """What ZipFile writes to; it cannot seek, so the sizes follow each member."""

    def __init__(self) -> None:
        self.parts: list[bytes] = []

    def write(self, part: bytes) -> int:
        self.parts.append(bytes(part))
        return len(part)

    def flush(self) -> None:
        """Nothing waits here."""

    def taken(self) -> Iterator[bytes]:
        parts, self.parts = self.parts, []
        yield from parts


def zipped(members: Iterable[Member], on: date | None) -> Iterator[bytes]:
    """The members in their order, all dated with the day of the issue."""
    sink = Sink()
    with ZipFile(cast(IO[bytes], sink), "w") as archive:
        for name, content in members:
            with archive.open(_info(name, on), "w") as member:
                for part in content:
                    member.write(part)
                    yield from sink.taken()
            yield from sink.taken()
    yield from sink.taken()


def _info(name: str, on: date | None) -> ZipInfo:
    day = max(on or OLDEST, OLDEST)
    info = ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
    info.compress_type = ZIP_STORED if name.lower().endswith(PACKED) else ZIP_DEFLATED
    info.external_attr = 0o644 << 16
    return info

"""A format: its writer from records to bytes, its check, and the stamp of an export."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime

import msgspec

from articles.records.cleaning import FORBIDDEN
from articles.records.findings import Finding
from articles.records.record import Record

BATCH_ID_LENGTH = (4, 100)  # Crossref's


class Stamp(msgspec.Struct, frozen=True):
    """The batch id, batch number and time (aware) of an export; writers read no clock."""

    batch: str
    number: str  # yyyyMMddHHmmssSSS in UTC, 17 digits: grows with every deposit of a DOI
    at: datetime

    def __post_init__(self) -> None:
        if not (len(self.number) == 17 and self.number.isascii() and self.number.isdigit()):
            raise ValueError(f"{self.number}: a stamp's number has 17 digits.")
        least, most = BATCH_ID_LENGTH
        if not least <= len(self.batch) <= most or FORBIDDEN.search(self.batch):
            raise ValueError(f"{self.batch}: a batch id has {least} to {most} characters.")
        if self.at.tzinfo is None:
            raise ValueError("A stamp's moment says which time zone it is in.")


def stamp(at: datetime, batch: str = "") -> Stamp:
    """Return the stamp of a moment; without a batch id, one is made of the number."""
    moment = at.astimezone(UTC)
    number = f"{moment:%Y%m%d%H%M%S}{moment.microsecond // 1000:03d}"
    return Stamp(batch or f"batch-{number}", number, moment)


Write = Callable[[Iterable[Record], Stamp], Iterator[bytes]]
Check = Callable[[Record], Iterator[Finding]]


class Format(msgspec.Struct, frozen=True):
    """A format with the names, media type and file extension under which it is offered."""

    name: str
    label: str
    media_type: str
    extension: str
    write: Write
    check: Check


class NotExportable(ValueError):
    """A record that the format cannot carry; `findings` hold the fields and remedies."""

    def __init__(self, record: Record, findings: tuple[Finding, ...]) -> None:
        super().__init__(record, findings)
        self.record = record
        self.findings = findings

    def __str__(self) -> str:
        name = self.record.doi or f"№ {self.record.id}"
        return f"{name}: " + "; ".join(
            f"{finding.field}: {finding.message}" for finding in self.findings
        )


def require_exportable(record: Record, check: Check) -> None:
    """Raise NotExportable if `check` finds anything that blocks; every writer calls this first."""
    if blocking := tuple(finding for finding in check(record) if finding.is_blocking()):
        raise NotExportable(record, blocking)

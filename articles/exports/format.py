"""A format: its writer from records to bytes, its check, and the stamp of an export."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from typing import Literal

import msgspec
from django.utils.translation import gettext_lazy as _

from articles.records.cleaning import FORBIDDEN, InvalidValue
from articles.records.findings import Finding
from articles.records.languages import LANGUAGES, Language
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


# The language of an entry: one of the three, all of them, or '' for each article's own.
EntryLanguage = Language | Literal["", "all"]
ENTRY_LANGUAGES: tuple[EntryLanguage, ...] = (*LANGUAGES, "all")

Write = Callable[[Iterable[Record], Stamp], Iterator[bytes]]
WriteEntries = Callable[[Iterable[Record], Stamp, EntryLanguage], Iterator[bytes]]
Check = Callable[[Record], Iterator[Finding]]


class Format(msgspec.Struct, frozen=True):
    """A format with the names, media type and file extension under which it is offered.

    `write_entries` is given by a format whose entry is in one language; it takes the language too.
    """

    name: str
    label: str
    media_type: str
    extension: str
    write: Write
    check: Check
    write_entries: WriteEntries | None = None

    @property
    def is_in_one_language(self) -> bool:
        """Whether an entry is in one language; other formats hold all three at once."""
        return self.write_entries is not None

    def export(
        self, records: Iterable[Record], stamp: Stamp, language: EntryLanguage = ""
    ) -> Iterator[bytes]:
        """Write the records; a format that holds all languages ignores `language`."""
        if self.write_entries is None:
            return self.write(records, stamp)
        return self.write_entries(records, stamp, language)


def entry_language(code: str) -> EntryLanguage:
    """Return the language that a reader asked for; raises InvalidValue for any but four codes."""
    for known in ENTRY_LANGUAGES:
        if code == known:
            return known
    raise InvalidValue(
        _("Unknown language: “%(code)s”. Use one of these: %(codes)s."),
        code=code,
        codes=", ".join(ENTRY_LANGUAGES),
    )


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

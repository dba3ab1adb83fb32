"""What each receiver refuses: its own demands, called from beside its writer."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from articles.exports import FORMATS
from articles.records.findings import Finding, Level
from articles.records.record import Record

from .subject import Subject


def check_receivers(subject: Subject) -> Iterator[Finding]:
    """A refusal is a warning where the journal sends to that receiver, else a note.

    What all of them refuse (a control character) is told once.
    """
    told: set[tuple[str, str]] = set()
    for name, format in FORMATS.items():
        for finding in format.check(subject.record):
            shared = (finding.rule, finding.field)
            if finding.rule == name or shared not in told:
                told.add(shared)
                yield msgspec.structs.replace(finding, level=_level(finding, name, subject.record))


def _level(finding: Finding, name: str, record: Record) -> Level:
    if finding.level is Level.BLOCKS and is_sent_to(name, record):
        return Level.WARNS
    return Level.NOTES


def is_sent_to(name: str, record: Record) -> bool:
    """Whether the journal's facts say that it sends there."""
    journal = record.journal
    if not journal:
        return False
    sends = {
        "crossref": bool(journal.doi_prefix and record.doi),
        "rinc": bool(journal.elibrary_id),
        "doaj": bool(journal.issn_online and journal.licence),
    }
    return sends.get(name, False)

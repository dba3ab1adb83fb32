"""The requirements of the receivers of metadata, each checked by its export format."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from articles.exports import FORMATS
from articles.records.findings import Finding, Level
from articles.records.record import Record

from .subject import Subject


def check_receivers(subject: Subject) -> Iterator[Finding]:
    """An unmet requirement is a warning if the journal sends to that receiver, else a note.

    What several receivers refuse alike, such as a control character, is reported once.
    """
    reported: set[tuple[str, str]] = set()
    for name, format in FORMATS.items():
        for finding in format.check(subject.record):
            shared = (finding.rule, finding.field)
            if finding.rule == name or shared not in reported:
                reported.add(shared)
                yield msgspec.structs.replace(finding, level=_level(finding, name, subject.record))


def _level(finding: Finding, name: str, record: Record) -> Level:
    if finding.level is Level.BLOCKS and is_sent_to(name, record):
        return Level.WARNS
    return Level.NOTES


def is_sent_to(name: str, record: Record) -> bool:
    """Whether the journal sends to this receiver, by its settings."""
    journal = record.journal
    if not journal:
        return False
    sends = {
        "crossref": bool(journal.doi_prefix and record.doi),
        "rinc": bool(journal.elibrary_id),
        "doaj": bool(journal.issn_online and journal.licence),
    }
    return sends.get(name, False)

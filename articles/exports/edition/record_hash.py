"""The hash of what an article's PDF is made from, which tells whether a file is still current."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

import msgspec

from articles.records import json
from articles.records.pdf_layout import PdfDesign
from articles.records.record import Internal, Record

PRINTED_STATUSES = ("retracted", "withdrawn")
HEAD_DIGITS = 32


def made_from(record: Record, design: PdfDesign) -> str:
    """Return two hashes with a dot between: of the text, and of what the journal adds to it."""
    return f"{record_hash(record)}.{head_hash(record, design)}"


def head_hash(record: Record, design: PdfDesign) -> str:
    """Return the hash of the design, and of the printed facts of the journal and the issue.

    Values that are as usual are not part of it: a new one changes no hash.
    """
    facts = (journal_facts(record), issue_facts(record), record.section, design)
    return sha256(msgspec.json.encode(facts)).hexdigest()[:HEAD_DIGITS]


def journal_facts(record: Record) -> tuple[Any, ...]:
    if not (journal := record.journal):
        return ()
    policy = journal.policy
    return (
        journal.name, journal.issn_print, journal.issn_online, journal.licence,
        journal.through_number_is_volume, policy.irsti_label_kk, policy.keywords_label_kk,
    )  # fmt: skip


def issue_facts(record: Record) -> tuple[Any, ...]:
    if not (issue := record.issue):
        return ()
    return (issue.year, issue.volume, issue.number, issue.through_number, issue.published_on)


def record_hash(record: Record) -> str:
    """Return the SHA-256 of the record without its galleys and what no PDF prints.

    The pictures of the text count; facts of the journal and the issue have their own hash.
    """
    pictures = sorted(
        (galley.name, galley.checksum) for galley in record.galleys if galley.kind == "image"
    )
    printed = msgspec.structs.replace(
        json.without_facts(record),
        authors=tuple(
            msgspec.structs.replace(author, author_id=None, codes={}) for author in record.authors
        ),
        affiliations=tuple(
            msgspec.structs.replace(each, organisation_id=None) for each in record.affiliations
        ),
        galleys=(),
        external_files=(),
        relations=(),
        position=None,
        internal=Internal(),
        status=record.status if record.status in PRINTED_STATUSES else "published",
    )
    picture_list = msgspec.json.encode(pictures) if pictures else b""
    return sha256(json.write(printed) + picture_list).hexdigest()

"""The PDF and the EPUB among an article's files: uploaded by an editor, or made from the record."""

from __future__ import annotations

from typing import Literal

from articles.exports.edition.record_hash import head_hash, record_hash
from articles.records.pdf_layout import PdfDesign
from articles.records.record import Galley, Record

MadeKind = Literal["pdf", "epub"]


def uploaded_galley(record: Record, kind: MadeKind) -> Galley | None:
    """The file of this kind in the language of the article that an editor uploaded."""
    return next((galley for galley in own_galleys(record, kind) if not galley.made_from), None)


def accepted_galley(record: Record, kind: MadeKind) -> Galley | None:
    """The file of this kind that was made here and accepted."""
    return next((galley for galley in own_galleys(record, kind) if galley.made_from), None)


def own_galleys(record: Record, kind: MadeKind) -> list[Galley]:
    """The files of this kind in the language of the article."""
    return [
        galley
        for galley in record.galleys
        if galley.kind == kind and galley.language == record.language
    ]


def has_other_text(record: Record, kind: MadeKind) -> bool:
    """Whether the accepted file was made from another text."""
    galley = accepted_galley(record, kind)
    return galley is not None and galley.made_from.split(".")[0] != record_hash(record)


def has_other_head(record: Record, design: PdfDesign) -> bool:
    """Whether the journal's head or its layout has changed since the PDF was made.

    A PDF of the time before heads had a hash is taken as one that has not.
    """
    galley = accepted_galley(record, "pdf")
    head = galley.made_from.partition(".")[2] if galley else ""
    return bool(head) and head != head_hash(record, design)

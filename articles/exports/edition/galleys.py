"""The PDFs among the files of an article: uploaded by an editor, or made from the record."""

from __future__ import annotations

from articles.exports.edition.record_hash import head_hash, record_hash
from articles.records.pdf_layout import PdfDesign
from articles.records.record import Galley, Record


def uploaded_pdf(record: Record) -> Galley | None:
    """The PDF in the language of the article that an editor uploaded."""
    return next((galley for galley in pdfs(record) if not galley.made_from), None)


def accepted_pdf(record: Record) -> Galley | None:
    """The PDF that was made here and accepted as a file."""
    return next((galley for galley in pdfs(record) if galley.made_from), None)


def pdfs(record: Record) -> list[Galley]:
    return [
        galley
        for galley in record.galleys
        if galley.kind == "pdf" and galley.language == record.language
    ]


def is_stale(record: Record, design: PdfDesign) -> bool:
    """Whether the accepted PDF was made from another text, or for another head or layout."""
    return has_other_text(record) or has_other_head(record, design)


def has_other_text(record: Record) -> bool:
    """Whether the accepted PDF was made from another text."""
    galley = accepted_pdf(record)
    return galley is not None and galley.made_from.split(".")[0] != record_hash(record)


def has_other_head(record: Record, design: PdfDesign) -> bool:
    """Whether the journal's head or its layout has changed since.

    A PDF of the time before heads had a hash is taken as one that has not.
    """
    galley = accepted_pdf(record)
    head = galley.made_from.partition(".")[2] if galley else ""
    return bool(head) and head != head_hash(record, design)

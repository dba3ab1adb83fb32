"""The EPUBs among the files of an article: uploaded by an editor, or made from the record."""

from __future__ import annotations

from articles.exports.edition.record_hash import record_hash
from articles.records.record import Galley, Record


def uploaded_epub(record: Record) -> Galley | None:
    """The EPUB in the language of the article that an editor uploaded."""
    return next((galley for galley in epubs(record) if not galley.made_from), None)


def accepted_epub(record: Record) -> Galley | None:
    """The EPUB that was made here and accepted as a file."""
    return next((galley for galley in epubs(record) if galley.made_from), None)


def epubs(record: Record) -> list[Galley]:
    return [
        galley
        for galley in record.galleys
        if galley.kind == "epub" and galley.language == record.language
    ]


def is_stale(record: Record) -> bool:
    """Whether the accepted EPUB was made from another text."""
    galley = accepted_epub(record)
    return galley is not None and galley.made_from != record_hash(record)

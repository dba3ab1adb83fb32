"""The issue list: descriptions of all articles, for receivers without a format of their own.

The Book Chamber, the citation database and libraries accept a table or a document with GOST
7.1-2003 descriptions, abstracts and both reference lists, each in three languages.
"""

from __future__ import annotations

from collections.abc import Iterator

from articles.exports import Stamp
from articles.models import Issue
from articles.publishing.packages.archive import Member, zip_members
from articles.publishing.packages.contents import (
    chunks,
    pdf_names,
    pdfs,
    records_of,
    require_files,
    stem_of,
)
from articles.records.record import Record


def write_xlsx(issue: Issue, stamp: Stamp) -> Iterator[bytes]:
    return iter([table(records_of(issue))])


def write_docx(issue: Issue, stamp: Stamp) -> Iterator[bytes]:
    return iter([word_file(records_of(issue))])


def write_zip(issue: Issue, stamp: Stamp) -> Iterator[bytes]:
    """The table, the document and the PDFs."""
    records = records_of(issue)
    require_files(galley.path for record in records for galley in pdfs(record))
    names = pdf_names(records)

    def members() -> Iterator[Member]:
        yield f"{stem_of(issue)}.xlsx", [table(records)]
        yield f"{stem_of(issue)}.docx", [word_file(records)]
        for record in records:
            for galley in pdfs(record):
                yield names[galley.id or 0], chunks(galley.path)

    return zip_members(members(), issue.published_on)


def table(records: list[Record]) -> bytes:
    from .workbook import workbook

    return workbook(records)


def word_file(records: list[Record]) -> bytes:
    from .document import document

    return document(records)

"""The package for eLIBRARY: the issue's XML, each article's PDF, and the cover."""

from __future__ import annotations

from collections.abc import Iterator

from articles.exports import Stamp, rinc
from articles.models import Issue
from articles.records.record import Record

from .archive import Member, zip_members
from .contents import (
    chunks,
    pdf_names,
    pdfs,
    records_of,
    require_exportable,
    require_files,
    stem_of,
    suffix_of,
)
from .full_text import with_full_text


def write(issue: Issue, stamp: Stamp) -> Iterator[bytes]:
    records = records_of(issue)
    require_exportable(records, rinc.check)
    cover = issue.cover.name or ""
    require_files(
        [*(galley.path for record in records for galley in pdfs(record)), *filter(None, [cover])]
    )
    return zip_members(members(issue, records, cover), issue.published_on)


def members(issue: Issue, records: list[Record], cover: str) -> Iterator[Member]:
    """The XML first, then the files, under the names that the XML gives to eLIBRARY."""
    names = pdf_names(records)
    cover_name = f"cover{suffix_of(cover)}" if cover else ""
    files = rinc.Files(galleys=names, cover=cover_name)
    yield f"{stem_of(issue)}.xml", rinc.write_with_files(map(with_full_text, records), files)
    if cover:
        yield cover_name, chunks(cover)
    for record in records:
        for galley in pdfs(record):
            yield names[galley.id or 0], chunks(galley.path)

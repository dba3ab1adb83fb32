"""The package for archives: a folder for each article with its JATS, PDFs and pictures."""

from __future__ import annotations

from collections.abc import Iterator

from articles.exports import Stamp, jats
from articles.models import Issue
from articles.records.folder_names import names_in_folder
from articles.records.record import Record

from .archive import Member, zip_members
from .contents import chunks, records_of, require_exportable, require_files, suffix_of


def write(issue: Issue, stamp: Stamp) -> Iterator[bytes]:
    records = records_of(issue)
    require_exportable(records, jats.check)
    cover = issue.cover.name or ""
    paths = [galley.path for record in records for galley in record.galleys if galley.path]
    require_files([*paths, *filter(None, [cover])])
    return zip_members(members(records, cover, stamp), issue.published_on)


def members(records: list[Record], cover: str, stamp: Stamp) -> Iterator[Member]:
    if cover:
        yield f"cover{suffix_of(cover)}", chunks(cover)
    for place, record in enumerate(records, 1):
        own = f"{place:02}.xml"
        yield f"{place:02}/{own}", jats.write([record], stamp)
        for name, galley in names_in_folder(record.galleys, [own]):
            yield f"{place:02}/{name}", chunks(galley.path)

"""The package for archives: a folder for each article with its JATS, PDFs and pictures."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from articles.exports import Stamp, jats
from articles.models import Issue
from articles.records.record import Galley, Record

from .archive import Member, zip_members
from .contents import chunks, records_of, require_exportable, require_files, suffix_of


def write(issue: Issue, stamp: Stamp) -> Iterator[bytes]:
    records = records_of(issue)
    require_exportable(records, jats.check)
    cover = issue.cover.name or ""
    paths = [galley.path for record in records for galley in archived_galleys(record)]
    require_files([*paths, *filter(None, [cover])])
    return zip_members(members(records, cover, stamp), issue.published_on)


def members(records: list[Record], cover: str, stamp: Stamp) -> Iterator[Member]:
    if cover:
        yield f"cover{suffix_of(cover)}", chunks(cover)
    for place, record in enumerate(records, 1):
        yield f"{place:02}/{place:02}.xml", jats.write([record], stamp)
        for galley in archived_galleys(record):
            yield f"{place:02}/{base_name(galley.name)}", chunks(galley.path)


def archived_galleys(record: Record) -> list[Galley]:
    """All files of the article, each name once."""
    return list(
        {base_name(galley.name): galley for galley in record.galleys if galley.path}.values()
    )


def base_name(name: str) -> str:
    """The name without folders, so that unpacking cannot write elsewhere."""
    return PurePosixPath(name.replace("\\", "/")).name or "file"

"""The package for archives: a folder an article, with its JATS, its PDFs and its pictures."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from articles.exports import Stamp, jats
from articles.models import Issue
from articles.records.record import Galley, Record

from .archive import Member, zipped
from .contents import chunks, demand_all, demand_files, records_of, suffix_of


def write(issue: Issue, stamp: Stamp) -> Iterator[bytes]:
    records = records_of(issue)
    demand_all(records, jats.check)
    cover = issue.cover.name or ""
    paths = [galley.path for record in records for galley in kept(record)]
    demand_files([*paths, *filter(None, [cover])])
    return zipped(members(records, cover, stamp), issue.published_on)


def members(records: list[Record], cover: str, stamp: Stamp) -> Iterator[Member]:
    if cover:
        yield f"cover{suffix_of(cover)}", chunks(cover)
    for place, record in enumerate(records, 1):
        yield f"{place:02}/{place:02}.xml", jats.write([record], stamp)
        for galley in kept(record):
            yield f"{place:02}/{bare(galley.name)}", chunks(galley.path)


def kept(record: Record) -> list[Galley]:
    """All of its files, each name once."""
    return list({bare(galley.name): galley for galley in record.galleys if galley.path}.values())


def bare(name: str) -> str:
    """Never a path: an archive that is unpacked writes where its names say."""
    return PurePosixPath(name.replace("\\", "/")).name or "file"

"""The issue of a journal as eLIBRARY.RU takes it for РИНЦ: schema journal-rinc.xsd.

One file is one issue. Articles are written as they come; the page range of the issue, known only
after the last of them, follows the articles, which the schema (xs:all) leaves free.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import msgspec
from django.utils.translation import gettext_lazy as _

from articles.exports.format import NotExportable, Stamp, require_exportable
from articles.exports.rinc.article import article, section
from articles.exports.rinc.checks import blocks, check
from articles.exports.rinc.issue import head, tail
from articles.exports.xml import DECLARATION
from articles.records.record import Record

__all__ = ["Files", "check", "write", "write_with_files"]


class Files(msgspec.Struct, frozen=True, kw_only=True):
    """The files that lie beside the XML in a package: their names there."""

    galleys: Mapping[int, str] = {}  # by the galley's key
    cover: str = ""


NO_FILES = Files()


def write(records: Iterable[Record], stamp: Stamp) -> Iterator[bytes]:
    """The XML alone: full texts are told by their addresses on the site."""
    return write_with_files(records, NO_FILES)


def write_with_files(records: Iterable[Record], files: Files) -> Iterator[bytes]:
    """The XML of a package: full texts are told by the names of the files beside it.

    Raises NotExportable for a record that РИНЦ would not take.
    """
    first: Record | None = None
    before: Record | None = None
    pages: list[str] = []
    for record in records:
        require_exportable(record, check)
        if first is None:
            first = record
            yield f"{DECLARATION}{head(record)}\n".encode()
        elif key_of(record) != key_of(first):
            raise NotExportable(record, (OTHER_ISSUE,))
        if record.section and (before is None or before.section != record.section):
            yield f"{section(record.section)}\n".encode()
        yield f"{article(record, files.galleys)}\n".encode()
        pages += [record.first_page, record.last_page]
        before = record
    if first is not None:
        yield f"{tail(pages, files.cover)}\n".encode()


OTHER_ISSUE = blocks(
    "issue_id",
    _("An eLIBRARY file can hold only one issue; this article is in another issue."),
    _("Export each issue on its own."),
)


def key_of(record: Record) -> object:
    """What tells one issue from another: its key, else all that is known of it."""
    return record.issue and (record.issue.id or record.issue)

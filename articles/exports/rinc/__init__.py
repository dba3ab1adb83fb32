"""An issue for РИНЦ at eLIBRARY.RU, schema journal-rinc.xsd.

One file is one issue. Articles are written as they come. The page range of the issue is known
only after the last article and follows the articles, which the schema (xs:all) allows.
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
from articles.records.pages import pages_of
from articles.records.record import Record

__all__ = ["Files", "check", "write", "write_with_files"]


class Files(msgspec.Struct, frozen=True, kw_only=True):
    """The names of the files beside the XML in a package."""

    galleys: Mapping[int, str] = {}  # by the galley's key
    cover: str = ""


NO_FILES = Files()


def write(records: Iterable[Record], stamp: Stamp) -> Iterator[bytes]:
    """Yield the XML alone, with full texts by their web addresses. Raises NotExportable."""
    return write_with_files(records, NO_FILES)


def write_with_files(records: Iterable[Record], files: Files) -> Iterator[bytes]:
    """Yield the XML of a package, with full texts by the names of the files beside it.

    Raises NotExportable for a record that РИНЦ would not accept.
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
        pages += pages_of(record).numbers
        before = record
    if first is not None:
        yield f"{tail(pages, files.cover)}\n".encode()


OTHER_ISSUE = blocks(
    "issue_id",
    _("An eLIBRARY file can hold only one issue; this article is in another issue."),
    _("Export each issue on its own."),
)


def key_of(record: Record) -> object:
    """Return what identifies an issue: its key, else all its facts."""
    return record.issue and (record.issue.id or record.issue)

"""Packages of an issue for a receiver: exports together with files.

Packages are streamed, so an issue may have any size. Findings of the format and missing files are
checked before the first byte.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from articles.exports import Stamp
from articles.models import Issue

from . import issue_list, jats, rinc
from .contents import MissingFiles, PackageBlocked

__all__ = ["PACKAGES", "MissingFiles", "Package", "PackageBlocked"]

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ZIP = "application/zip"


class Package(msgspec.Struct, frozen=True):
    """`write` raises PackageBlocked or MissingFiles before it yields anything."""

    name: str
    label: str
    media_type: str
    extension: str
    write: Callable[[Issue, Stamp], Iterator[bytes]]


PACKAGES = {
    package.name: package
    for package in (
        Package("rinc-zip", "РИНЦ: XML, PDF", ZIP, "zip", rinc.write),
        Package("jats-zip", "JATS: XML, PDF", ZIP, "zip", jats.write),
        Package("issue_list-xlsx", "XLSX", XLSX, "xlsx", issue_list.write_xlsx),
        Package("issue_list-docx", "DOCX", DOCX, "docx", issue_list.write_docx),
        Package("issue_list-zip", "XLSX, DOCX, PDF", ZIP, "zip", issue_list.write_zip),
    )
}

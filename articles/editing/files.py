"""Files of an article: looked at before they are kept, and named by what they hold."""

from __future__ import annotations

import hashlib
from typing import Any

from django.core.files.base import File
from django.core.files.storage import default_storage
from django.utils.text import get_valid_filename
from django.utils.translation import gettext_lazy as _
from pypdf import PdfReader
from pypdf.errors import PyPdfError

from articles.records.clean import Refused
from articles.records.record import Galley

FIRST_BYTES = {"pdf": b"%PDF-", "docx": b"PK\x03\x04", "epub": b"PK\x03\x04"}


class NotThatKind(Refused):
    """The file is not what its kind says."""


def store_galley(upload: File[Any], *, language: Any, kind: Any) -> Galley:
    """Keeps the file under the checksum of its bytes; raises NotThatKind."""
    check_kind(upload, kind)
    name = get_valid_filename((upload.name or kind).replace("\\", "/").rpartition("/")[2])[-100:]
    checksum = checksum_of(upload)
    path = f"galleys/{checksum[:2]}/{checksum}/{name}"
    if not default_storage.exists(path):
        path = default_storage.save(path, upload)
    pages = page_count(upload) if kind == "pdf" else None
    return Galley(
        language=language,
        kind=kind,
        name=name,
        size=upload.size,
        pages=pages,
        checksum=checksum,
        path=path,
    )


def check_kind(upload: File[Any], kind: str) -> None:
    upload.seek(0)
    start = upload.read(8)
    upload.seek(0)
    if not start.startswith(FIRST_BYTES.get(kind, b"")):
        raise NotThatKind(_("“%(name)s” is no %(kind)s file."), name=upload.name, kind=kind.upper())


def checksum_of(upload: File[Any]) -> str:
    digest = hashlib.sha256()
    for chunk in upload.chunks():
        digest.update(chunk)
    upload.seek(0)
    return digest.hexdigest()


def page_count(upload: File[Any]) -> int | None:
    """None where the file cannot be counted: it is kept all the same."""
    try:
        upload.seek(0)
        return len(PdfReader(upload).pages)
    except (PyPdfError, ValueError, OSError, KeyError, RecursionError):
        return None

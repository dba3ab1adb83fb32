"""The plain full text from a PDF, for articles without a body; eLIBRARY requires it."""

from __future__ import annotations

import logging
import struct
import zlib
from html import escape
from io import BytesIO

import msgspec
from django.core.files.storage import default_storage

from articles.records.cleaning import FORBIDDEN
from articles.records.record import Record

from .contents import pdfs

PAGES = 200
BYTES = 30 * 2**20
CHARACTERS = 500_000

# Exceptions that pypdf raises on damaged or hostile files.
UNREADABLE = (
    ValueError, TypeError, LookupError, AttributeError, ArithmeticError,
    RecursionError, NotImplementedError, OSError, struct.error, zlib.error,
)  # fmt: skip

log = logging.getLogger(__name__)


def with_full_text(record: Record) -> Record:
    """The record with a body from its PDF, one paragraph for each line, if it has no body."""
    own = [galley for galley in pdfs(record) if galley.language == record.language]
    if record.body or not own or own[0].size > BYTES:
        return record
    lines = [line.strip() for line in pdf_text(own[0].path).splitlines()]
    body = "".join(f"<p>{escape(line, quote=False)}</p>" for line in lines if line)
    return msgspec.structs.replace(record, body=body)


def pdf_text(path: str) -> str:
    """The text of a PDF; '' for a scan or a file that cannot be read."""
    from pypdf import PdfReader  # 15 MB, which readers' pages do without
    from pypdf.errors import PyPdfError

    try:
        with default_storage.open(path, "rb") as file:
            pages = PdfReader(BytesIO(file.read())).pages
            text = "\n".join(page.extract_text() for page in pages[:PAGES])
    except (PyPdfError, *UNREADABLE) as error:
        log.warning("No text was read from %s: %s", path, error)
        return ""
    return FORBIDDEN.sub("", text)[:CHARACTERS]

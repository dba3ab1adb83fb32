"""The plain full text from a PDF, for articles without a body; eLIBRARY requires it."""

from __future__ import annotations

import logging
from html import escape

import msgspec
from django.core.files.base import File
from django.core.files.storage import default_storage

from articles.imports.pdf_pages import UnreadablePdf, read_pages
from articles.records.cleaning import FORBIDDEN
from articles.records.record import Record

from .contents import pdfs

PAGES = 200
BYTES = 30 * 2**20

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
    try:
        with default_storage.open(path, "rb") as file:
            pages = read_pages(File(file, path), texts=PAGES)
    except (UnreadablePdf, OSError) as error:
        log.warning("No text was read from %s: %s", path, error)
        return ""
    return FORBIDDEN.sub("", "\n".join(pages.texts))

"""Two PDFs joined to one; runs in a limited process, since a PDF may come from outside."""

from __future__ import annotations

import io

PAGES_MOST = 1_000


def joined_pdf(first: str, second: str) -> bytes:
    """Return the pages of the first file, then those of the second, with their bookmarks."""
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter()
    for path in (first, second):
        reader = PdfReader(path)
        if len(reader.pages) > PAGES_MOST:
            raise ValueError("too many pages")
        writer.append(reader)
    writer.add_metadata(dict(PdfReader(first).metadata or {}))
    result = io.BytesIO()
    writer.write(result)
    return result.getvalue()

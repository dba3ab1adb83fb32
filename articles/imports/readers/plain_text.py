"""Plain text: blank lines are gaps, form feeds are page breaks."""

from __future__ import annotations

from collections.abc import Iterator

from articles.imports.readers.encodings import decode
from articles.imports.readers.line import Line


def read(data: bytes) -> Iterator[Line]:
    """Yield the lines of a text file."""
    text = decode(data)
    paged = "\f" in text
    gap = True
    for page, sheet in enumerate(text.split("\f"), 1):
        for raw in sheet.split("\n"):
            if line := raw.strip():
                left = float(len(raw) - len(raw.lstrip()))
                yield Line(text=line, page=page if paged else 0, gap=gap, left=left)
            gap = not line

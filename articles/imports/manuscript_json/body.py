"""The sections of a manuscript as a full text in our HTML subset."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from articles.records.cleaning import clean_line


def paragraphs(parts: list[tuple[str, str]]) -> Iterator[str]:
    """Our HTML subset: a section is an h2, its paragraphs p, a run of lines with dashes a list."""
    for heading, text in parts:
        if heading:
            yield f"<h2>{escape(heading, quote=False)}</h2>\n"
        for paragraph in filter(None, map(str.strip, re.split(r"\n\s*\n", text))):
            yield f"{listed(paragraph) or f'<p>{escape(clean_line(paragraph), quote=False)}</p>'}\n"


def listed(paragraph: str) -> str:
    rows = [row.strip() for row in paragraph.split("\n")]
    if len(rows) < 2 or not all(row.startswith(("- ", "– ", "— ")) for row in rows):
        return ""
    return f"<ul>{''.join(f'<li>{escape(row[2:].strip(), quote=False)}</li>' for row in rows)}</ul>"

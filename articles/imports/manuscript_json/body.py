"""The sections of a manuscript as a full text in our HTML subset."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from articles.records.cleaning import clean_line


def html_blocks(sections: list[tuple[str, str]]) -> Iterator[str]:
    """The headings as h2, the paragraphs as p, lines with dashes as a list."""
    for heading, text in sections:
        if heading:
            yield f"<h2>{escape(heading, quote=False)}</h2>\n"
        for paragraph in filter(None, map(str.strip, re.split(r"\n\s*\n", text))):
            yield f"{list_html(paragraph) or paragraph_html(paragraph)}\n"


def paragraph_html(paragraph: str) -> str:
    """Return a paragraph on one line."""
    return f"<p>{escape(clean_line(paragraph), quote=False)}</p>"


def list_html(paragraph: str) -> str:
    """Return a list if every line of the paragraph begins with a dash, else ''."""
    rows = [row.strip() for row in paragraph.split("\n")]
    if len(rows) < 2 or not all(row.startswith(("- ", "– ", "— ")) for row in rows):
        return ""
    return f"<ul>{''.join(f'<li>{escape(row[2:].strip(), quote=False)}</li>' for row in rows)}</ul>"

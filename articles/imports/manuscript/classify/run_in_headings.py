"""Headings that run in: `**Введение.** Умение читать …`."""

from __future__ import annotations

import re

from articles.imports.manuscript.classify.paragraph_types import known_heading
from articles.imports.manuscript.lines.paragraph import Paragraph, part

RUN_IN = re.compile(r"^(.{3,90}?)[.:]\s+(?=\S)")


def begins_with_heading(paragraph: Paragraph) -> bool:
    """A heading by its words, whatever its print."""
    found = RUN_IN.match(paragraph.text)
    return found is not None and known_heading(found[1])


def run_in(paragraph: Paragraph) -> tuple[str, Paragraph]:
    """`**Введение.** Умение …` as its heading and the rest; ('', paragraph) without one."""
    found = RUN_IN.match(paragraph.text)
    if not found:
        return "", paragraph
    heading, lead = found[1], paragraph.lead()
    bold = 0 < lead < len(paragraph.text) - 20 and abs(lead - found.end(1)) <= 2
    if (known_heading(heading) and len(heading.split()) <= 7) or (
        bold and len(heading.split()) <= 8
    ):
        return heading, part(paragraph, found.end())
    return "", paragraph

"""Markdown as converters write it: headings, emphasis, hard breaks, pipe tables."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from articles.imports.readers.encodings import decode
from articles.imports.readers.line import Kind, Line, join_runs
from articles.imports.readers.markdown_inline import runs

HEADING = re.compile(r"^ {0,3}(#{1,6})\s+(.*?)\s*#*\s*$")
RULE = re.compile(
    r"^\s*(?:[-*_]\s*){3,}$|^\s*=+\s*$|^\s*```|^\s*\[\^?[\w-]+\]:\s*$|^\s*<!--.*-->\s*$"
)
TABLE_RULE = re.compile(r"(?=[^-]*-)[\s:|-]+$")
BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
QUOTE = re.compile(r"^\s{0,3}(?:>\s?)+")
BULLET = re.compile(r"^(\s*)[*+•]\s+(?=\S)")
CELL_END = re.compile(r"(?<!\\)\|")


def read(data: bytes) -> Iterator[Line]:
    """Yield the lines of a Markdown file."""
    gap, row = True, 0
    for raw in decode(data).replace("\f", "\n\n").split("\n"):
        raw = QUOTE.sub("", raw)
        if not raw.strip() or RULE.match(raw):
            gap = True
        elif _is_row(raw):
            row += 1
            yield from _cells(raw, row)
            gap = True
        else:
            yield from _lines(raw, gap)
            gap = bool(HEADING.match(raw))


def _is_row(raw: str) -> bool:
    return raw.strip().startswith("|") and raw.count("|") >= 2


def _cells(raw: str, row: int) -> Iterator[Line]:
    if TABLE_RULE.match(raw):
        return
    for column, cell in enumerate(CELL_END.split(raw.strip().strip("|")), 1):
        for place, part in enumerate(BREAK.split(cell)):
            for line in _line(part, gap=not place, hard=True, kind="cell"):
                yield msgspec.structs.replace(line, row=row, column=column)


def _lines(raw: str, gap: bool) -> Iterator[Line]:
    heading = HEADING.match(raw)
    level = len(heading[1]) if heading else 0
    parts = BREAK.split(heading[2] if heading else raw)
    for place, part in enumerate(parts):
        hard = place < len(parts) - 1 or part.endswith(("  ", "\\"))
        yield from _line(part.removesuffix("\\"), gap=gap or level > 0, hard=hard, heading=level)
        gap = False


def _line(
    raw: str, *, gap: bool, hard: bool, heading: int = 0, kind: Kind = "text"
) -> Iterator[Line]:
    text, spans = join_runs(runs(BULLET.sub(r"\1- ", raw)))
    if text:
        yield Line(text=text, gap=gap, hard=hard, heading=heading, kind=kind, spans=spans)

"""Markdown as converters write it: headings, emphasis, hard breaks, pipe tables."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from articles.imports.readers.encodings import decode
from articles.imports.readers.line import Kind, Line, join_runs, take_notes
from articles.imports.readers.markdown_inline import runs
from articles.imports.readers.yaml_header import header_lines

HEADING = re.compile(r"^ {0,3}(#{1,6})\s+(.*?)\s*#*\s*$")
RULE = re.compile(
    r"^\s*(?:[-*_]\s*){3,}$|^\s*=+\s*$|^\s*```|^\s*\[\^?[\w-]+\]:\s*$|^\s*<!--.*-->\s*$"
)
TABLE_RULE = re.compile(r"(?=[^-]*-)[\s:|-]+$")
YAML = re.compile(r"\s*---[ \t]*\n(.{1,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
UNDERLINE = re.compile(r"(?:={5,}|-{5,})\s*$")
# `{#sec:methods .unnumbered}` behind a heading or a span: of Pandoc, not of the text.
ATTRIBUTES = re.compile(
    r"(?<!\])\s?\{(?:[.#][\w:.-]+|[\w-]+=\S+|-)(?:\s+(?:[.#][\w:.-]+|[\w-]+=\S+))*\}"
)
FOOTNOTE = re.compile(r"\[\^([\w-]{1,20})\]:\s+(.+)")
BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
QUOTE = re.compile(r"^\s{0,3}(?:>\s?)+")
BULLET = re.compile(r"^(\s*)[*+•]\s+(?=\S)")
CELL_END = re.compile(r"(?<!\\)\|")


def read(data: bytes) -> Iterator[Line]:
    """Yield the lines of a Markdown file."""
    gap, row = True, 0
    for raw in _with_plain_headings(decode(data).replace("\f", "\n\n")):
        raw = ATTRIBUTES.sub("", QUOTE.sub("", raw))
        if not raw.strip() or RULE.match(raw):
            gap = True
        elif _is_row(raw):
            row += 1
            yield from _cells(raw, row)
            gap = True
        else:
            yield from _lines(raw, gap)
            gap = bool(HEADING.match(raw))


def _with_plain_headings(text: str) -> Iterator[str]:
    """Yield the lines, the YAML header as printed lines, and underlined headings with `#`."""
    if yaml := YAML.match(text):
        for line in header_lines(yaml[1]):
            yield from (line, "")
        text = text[yaml.end() :]
    lines = text.split("\n")
    for raw, following in zip(lines, [*lines[1:], ""], strict=True):
        is_heading = UNDERLINE.match(following) and len(raw) == len(following.rstrip())
        yield f"{'#' if following[0] == '=' else '##'} {raw}" if is_heading else raw


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
    if note := FOOTNOTE.match(raw):
        for line in _line(note[2], gap=True, hard=False, kind="footnote"):
            yield msgspec.structs.replace(line, notes=((0, note[1]), *line.notes))
        return
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
        yield take_notes(
            Line(text=text, gap=gap, hard=hard, heading=heading, kind=kind, spans=spans)
        )

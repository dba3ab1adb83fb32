"""Plain text in a full text becomes paragraphs and tables; what has blocks stays as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from .body import TAGS

INLINE_TAGS = {"sub", "sup", "em", "strong", "a", "span", "img"}
BLOCK_TAGS = TAGS - INLINE_TAGS
ATTRIBUTES = r"""(?:[^<>"']|"[^"]*"|'[^']*')*"""
TAG = re.compile(rf"<(/?)([a-z][a-z0-9-]*)({ATTRIBUTES})>")
FORMULA = re.compile(r"<math\b.*?</math>", re.DOTALL)
BLANK_LINES = re.compile(r"\n[ \t]*\n\s*")
# Nobody breaks lines by hand as late as this: longer ones are paragraphs of a word processor.
LONGEST_WRAPPED = 120
EMPTY_TAGS = {"img", "mspace"}


def with_paragraphs(html: str) -> str:
    """Return a cleaned full text whose bare text is in paragraphs, split at blank lines.

    Lines of cells with tabs between them become a table. Where an inline element holds blocks,
    the text stays as it is.
    """
    parts = list(_parts(html))
    if not all(_is_whole(part) for part, is_bare in parts if is_bare):
        return html
    return "".join(_blocks(part) if is_bare else part for part, is_bare in parts)


def has_blocks(html: str) -> bool:
    """Whether any element of the text is a block: a paragraph, a heading, a list, a table …"""
    return any(tag[2] in BLOCK_TAGS for tag in TAG.finditer(html))


def _parts(html: str) -> Iterator[tuple[str, bool]]:
    """The text in its order; with each part, whether it stands outside of every block."""
    depth = end = 0
    for tag in TAG.finditer(html):
        if tag[2] not in BLOCK_TAGS:
            continue
        if not tag[1]:
            if not depth:
                yield html[end : tag.start()], True
                end = tag.start()
            depth += 1
        elif depth:
            depth -= 1
            if not depth:
                yield html[end : tag.end()], False
                end = tag.end()
    yield html[end:], not depth


def _blocks(bare: str) -> str:
    """Bare text as blocks. White space, and a formula that stands alone, need none."""
    if not FORMULA.sub("", bare).strip():
        return bare
    blocks = [block for part in _whole_parts(bare) for block in _blocks_of(part)]
    before, after = bare[: len(bare) - len(bare.lstrip())], bare[len(bare.rstrip()) :]
    return before + "\n".join(blocks) + after


def _whole_parts(bare: str) -> Iterator[str]:
    """The text between blank lines; no element is cut in two."""
    pieces: list[str] = []
    depth = 0
    for piece in BLANK_LINES.split(bare):
        pieces.append(piece)
        depth += _open_elements(piece)
        if not depth:
            yield "\n\n".join(pieces)
            pieces = []
    if pieces:
        yield "\n\n".join(pieces)


def _is_whole(html: str) -> bool:
    """Whether every element that begins in the text ends in it."""
    return not _open_elements(html)


def _open_elements(html: str) -> int:
    """How many more elements begin in the text than end in it."""
    tags = (tag for tag in TAG.finditer(html) if tag[2] not in EMPTY_TAGS)
    return sum(-1 if tag[1] else 1 for tag in tags)


def _blocks_of(part: str) -> Iterator[str]:
    """The blocks of a part without blank lines."""
    lines = part.strip("\n").split("\n")
    if not all(map(_is_whole, lines)):
        yield _paragraph(part)
        return
    for cell_count, group in groupby(lines, key=lambda line: line.count("\t")):
        rows = list(group)
        if cell_count and len(rows) > 1:
            yield _table(rows)
        elif max(map(len, rows)) > LONGEST_WRAPPED:
            yield from map(_paragraph, filter(str.strip, rows))
        elif any(map(str.strip, rows)):
            yield _paragraph("\n".join(rows))


def _paragraph(text: str) -> str:
    return f"<p>{text.strip()}</p>"


def _table(rows: list[str]) -> str:
    lines = ("".join(f"<td>{cell.strip()}</td>" for cell in row.split("\t")) for row in rows)
    return f"<table><tbody><tr>{'</tr><tr>'.join(lines)}</tr></tbody></table>"

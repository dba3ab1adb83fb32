"""Where lines of typeset text may end, and where not.

Typst hyphenates Russian and English itself; it has no patterns for Kazakh.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from articles.exports.typesetting.blocks import (
    Block,
    Listing,
    Paragraph,
    Quotation,
    Run,
    Runs,
    Table,
)
from articles.records.hyphenation import hyphenate
from articles.records.languages import Language
from articles.records.unbroken import UNBROKEN

LETTERS = 6  # of a word that may be divided, in the narrow lines of a page
WHOLE = "nb"  # the mark of a run that no line divides
NUMBER_WITH_ENDING = r"\d+-[^\W\d_]{1,8}(?!\w)"  # 7-ден, 5-кесте
UNDIVIDED = re.compile(f"{UNBROKEN.pattern}|(?<![\\w-]){NUMBER_WITH_ENDING}")
CAPITAL = "[A-ZЁА-ЯӘІҢҒҮҰҚӨҺ]"
# Before a dash, and between initials and the name that follows.
UNBROKEN_SPACE = re.compile(f" (?=[–—] )|(?<=[ .(]{CAPITAL}[.]) (?={CAPITAL}[^\\W\\d_])")


def with_line_breaks(runs: Runs, language: str) -> Runs:
    """Return runs with soft hyphens, in which numbers stay with their units and endings."""
    return with_soft_hyphens((part for run in runs for part in _parts(run)), language)


def with_soft_hyphens(runs: Iterable[Run], language: str) -> Runs:
    """Return runs with soft hyphens in Kazakh words."""
    return tuple(_run(run, language) for run in runs)


def blocks_with_line_breaks(blocks: Iterable[Block], language: Language) -> tuple[Block, ...]:
    """Return the blocks with line breaks in paragraphs and cells, not in headings."""
    return tuple(_block(block, language) for block in blocks)


def _parts(run: Run) -> Iterator[Run]:
    """Yield the stretches that no line divides, and those between them."""
    if run.formula or run.picture or run.note or run.link:
        yield run
        return
    end = 0
    for match in UNDIVIDED.finditer(run.text):
        if not match["tag"]:
            yield from _part(run, run.text[end : match.start()])
            yield from _part(run, match[0], WHOLE)
            end = match.end()
    yield from _part(run, run.text[end:])


def _part(run: Run, text: str, *marks: str) -> Iterator[Run]:
    if text:
        text = UNBROKEN_SPACE.sub("\u00a0", text)
        yield msgspec.structs.replace(run, text=text, marks=(*run.marks, *marks))


def _run(run: Run, language: str) -> Run:
    if run.formula or WHOLE in run.marks:
        return run
    return msgspec.structs.replace(run, text=hyphenate(run.text, language, LETTERS))


def _block(block: Any, language: Language) -> Block:
    changed: dict[str, Any] = {}
    match block:
        case Paragraph():
            changed = {"runs": with_line_breaks(block.runs, language)}
        case Table():
            changed = {"cells": tuple(_cell(cell, language) for cell in block.cells)}
        case Quotation():
            changed = {"blocks": blocks_with_line_breaks(block.blocks, language)}
        case Listing():
            entries = (blocks_with_line_breaks(entry, language) for entry in block.entries)
            changed = {"entries": tuple(entries)}
    result: Block = msgspec.structs.replace(block, **changed)
    return result


def _cell(cell: Any, language: Language) -> Any:
    """Return a cell that is as narrow as its words."""
    return msgspec.structs.replace(cell, runs=with_soft_hyphens(cell.runs, language))

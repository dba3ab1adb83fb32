"""Soft hyphens in Kazakh text, for which Typst has no patterns; it hyphenates ru and en itself."""

from __future__ import annotations

from collections.abc import Iterable
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

LETTERS = 6  # of a word that may be divided, in the narrow lines of a page


def hyphenated(runs: Runs, language: Language) -> Runs:
    """Return runs whose words Typst may break at the ends of lines."""
    return tuple(run if run.formula else _run(run, language) for run in runs)


def hyphenated_blocks(blocks: Iterable[Block], language: Language) -> tuple[Block, ...]:
    """Return the blocks with soft hyphens in paragraphs and cells, not in headings."""
    return tuple(_block(block, language) for block in blocks)


def _run(run: Run, language: Language) -> Run:
    return msgspec.structs.replace(run, text=hyphenate(run.text, language, LETTERS))


def _block(block: Any, language: Language) -> Block:
    changed: dict[str, Any] = {}
    match block:
        case Paragraph():
            changed = {"runs": hyphenated(block.runs, language)}
        case Table():
            changed = {"cells": tuple(_cell(cell, language) for cell in block.cells)}
        case Quotation():
            changed = {"blocks": hyphenated_blocks(block.blocks, language)}
        case Listing():
            entries = (hyphenated_blocks(entry, language) for entry in block.entries)
            changed = {"entries": tuple(entries)}
    result: Block = msgspec.structs.replace(block, **changed)
    return result


def _cell(cell: Any, language: Language) -> Any:
    return msgspec.structs.replace(cell, runs=hyphenated(cell.runs, language))

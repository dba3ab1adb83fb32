"""Levels of headings without gaps, as readers of tagged PDFs need them: 2, 3, 4, not 2, 4."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from articles.exports.typesetting.blocks import Block, Heading, Listing, Paragraph, Quotation

FIRST = 2  # below the title of the article


def in_steps(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks with headings at most one level below the heading before them.

    A heading inside a quotation or a list becomes a bold paragraph: it is none of the article.
    """
    last = FIRST - 1
    for block in blocks:
        if isinstance(block, Heading):
            last = min(block.level, last + 1)
            yield msgspec.structs.replace(block, level=last)
        else:
            yield _without_headings(block)


def _without_headings(block: Block) -> Block:
    if isinstance(block, Heading):
        bold = (
            run if "b" in run.marks else msgspec.structs.replace(run, marks=("b", *run.marks))
            for run in block.runs
        )
        return Paragraph(tuple(bold))
    if isinstance(block, Quotation):
        return Quotation(tuple(map(_without_headings, block.blocks)))
    if isinstance(block, Listing):
        entries = tuple(tuple(map(_without_headings, entry)) for entry in block.entries)
        return msgspec.structs.replace(block, entries=entries)
    return block

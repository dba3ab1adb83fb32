"""Levels of headings without gaps, as readers of tagged PDFs need them: 2, 3, 4, not 2, 4."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from articles.exports.typesetting.blocks import Block, Heading

FIRST = 2  # below the title of the article


def in_steps(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks with headings at most one level below the heading before them."""
    last = FIRST - 1
    for block in blocks:
        if isinstance(block, Heading):
            last = min(block.level, last + 1)
            block = msgspec.structs.replace(block, level=last)
        yield block

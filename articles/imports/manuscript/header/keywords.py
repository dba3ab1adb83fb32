"""Keywords of one language: the separators between them, the full stop at the end."""

from __future__ import annotations

import re

LONGEST = 120  # characters of one keyword
SEPARATORS = (r"\s*;\s*", r"\s*[,،]\s*(?!\d)", r"\s+/\s+", r"\s+[–—•·|]\s+", r"\s*\n\s*")
OUTSIDE_BRACKETS = re.compile(r"\([^()]*\)|«[^«»]*»")


def split_keywords(text: str) -> list[str]:
    """Return the keywords in order, each once; separators inside brackets do not count."""
    text = text.strip().rstrip(".;, ")
    masked = OUTSIDE_BRACKETS.sub(lambda bracket: re.sub(r"[,;]", "\0", bracket[0]), text)
    starts = [(match.end(), match.start()) for match in re.finditer(_separator(masked), masked)]
    pieces, start = [], 0
    for end, stop in starts:
        pieces.append(text[start:stop])
        start = end
    pieces.append(text[start:])
    tidy = (
        piece.strip(" .,;:–—-*\n") if not piece.strip().endswith("т.б.") else piece
        for piece in pieces
    )
    return list(dict.fromkeys(piece for piece in tidy if piece and len(piece) <= LONGEST))


def _separator(text: str) -> str:
    """The first kind of separator that the text holds."""
    return next((sign for sign in SEPARATORS if re.search(sign, text)), SEPARATORS[0])

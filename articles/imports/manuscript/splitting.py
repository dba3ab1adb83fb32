"""Splits a text at separators, but not inside brackets, quotation marks or marks of authors."""

from __future__ import annotations

import re
from itertools import pairwise

COMMA = re.compile(r",\s+")
CLOSED = re.compile(r"\^[^^]*\^|\((?:[^()]|\([^()]*\))*\)|«[^«»]*»")


def split_outside_brackets(text: str, separator: re.Pattern[str] = COMMA) -> list[str]:
    """Return the pieces between separators without blanks at their ends, and no empty ones."""
    masked = CLOSED.sub(lambda closed: re.sub(r"[,;]", "\0", closed[0]), text)
    places = [(0, 0), *(match.span() for match in separator.finditer(masked)), (len(text),) * 2]
    pieces = (text[end:start].strip() for (_, end), (start, _) in pairwise(places))
    return list(filter(None, pieces))

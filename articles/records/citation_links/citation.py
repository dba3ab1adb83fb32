"""A citation found in a text."""

from __future__ import annotations

from typing import NamedTuple


class Citation(NamedTuple):
    """A stretch of text that names one reference, by its number in the list from 1 on."""

    start: int
    end: int
    reference: int
    between: tuple[int, ...] = ()  # of [4–7], at the 4: the references 5 and 6

"""The type that lines of a manuscript nearly got, for an editor to choose instead."""

from __future__ import annotations

import msgspec


class SecondReading(msgspec.Struct, frozen=True):
    """The second type of a paragraph (`line_classifier.py`) and its lines, at least one."""

    line_type: str
    lines: tuple[int, ...]

    @property
    def key(self) -> str:
        """What identifies it within its manuscript: `12:affiliation`."""
        return f"{self.lines[0]}:{self.line_type}"

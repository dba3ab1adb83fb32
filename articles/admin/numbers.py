"""Whole numbers from addresses and forms, where a wrong one is no error."""

from __future__ import annotations

DIGITS = 18  # the most that a key of any table can have


def parse_number(text: object, default: int = 0) -> int:
    """The number, or `default` for anything else.

    Only ASCII digits count: Python takes ² and ٢ for digits too, and int() refuses very long texts.
    """
    typed = str(text)
    is_number = typed.isascii() and typed.isdecimal() and len(typed) <= DIGITS
    return int(typed) if is_number else default

"""A number as an address or a form gives it: what is none, or too long for a key, is no error."""

from __future__ import annotations

DIGITS = 18  # what every key of a table holds


def number_in(text: object, missing: int = 0) -> int:
    """Plain digits alone: ² and ٢ are digits to Python, and an endless line of them an error."""
    typed = str(text)
    is_number = typed.isascii() and typed.isdecimal() and len(typed) <= DIGITS
    return int(typed) if is_number else missing

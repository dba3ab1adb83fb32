"""What a function gives for each of many values, a line each, to compare with a golden file."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from types import GeneratorType
from typing import Any


def table(function: Callable[..., Any], values: Iterable[Any]) -> bytes:
    """A tuple is several arguments; what is refused is a line with the reason."""
    lines = []
    for value in values:
        arguments = value if isinstance(value, tuple) else (value,)
        try:
            given = function(*arguments)
            given = list(given) if isinstance(given, GeneratorType) else given
            lines.append(f"{arguments!r} -> {given!r}")
        except ValueError as refusal:
            lines.append(f"{arguments!r} !! {type(refusal).__name__}: {refusal}")
    return "\n".join([*lines, ""]).encode("utf-8", "backslashreplace")

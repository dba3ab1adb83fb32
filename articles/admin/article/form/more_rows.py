"""One more row, asked for by a browser without scripts: the same form with a place more."""

from __future__ import annotations

from typing import Any

from articles.admin.numbers import parse_number

from .rows import MOST, ROWS


def with_more_rows(posted: Any) -> Any | None:
    """What was typed with one more row; None where nobody asked for one."""
    name = posted.get("_rows")
    if name not in ROWS:
        return None
    typed = posted.copy()
    count = parse_number(typed.get(f"{name}-TOTAL_FORMS"))
    typed[f"{name}-TOTAL_FORMS"] = str(min(count + 1, MOST))
    return typed

"""A title with its subtitle on one line."""

from __future__ import annotations

ENDS = ("?", "!", ":", ".", "…")  # after these a subtitle needs no colon


def with_subtitle(title: str, subtitle: str) -> str:
    """Return `On the steppe: first data`, the title alone without a subtitle."""
    if not subtitle or not title:
        return title
    return f"{title} {subtitle}" if title.endswith(ENDS) else f"{title}: {subtitle}"

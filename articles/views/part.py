"""A part of a page as its template sees it."""

from __future__ import annotations

from typing import Any

from articles.records.value import Value


class Part(Value, frozen=True):
    def __getitem__(self, name: str) -> Any:
        """A template asks for a key before it asks for an attribute, and a refusal is slow."""
        return getattr(self, name)

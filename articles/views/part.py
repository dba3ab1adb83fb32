"""A part of a page as its template sees it, and a list of such parts."""

from __future__ import annotations

from typing import Any, Generic, Protocol, TypeVar

from django.utils.safestring import SafeString

from articles.records.base import Value


class Part(Value, frozen=True):
    def __getitem__(self, name: str) -> Any:
        """A template asks for a key before it asks for an attribute, and a refusal is slow."""
        return getattr(self, name)


class Written(Protocol):
    """What writes itself as HTML."""

    def __str__(self) -> SafeString: ...


Item = TypeVar("Item", bound=Written)


class Items(list[Item], Generic[Item]):
    """`{{ entries }}` writes them all: a loop of a template costs more than what it writes."""

    def __str__(self) -> SafeString:
        return SafeString("".join(map(str, self)))

"""Search filters, as the address of the page has them; values of one kind are alternatives."""

from __future__ import annotations

import msgspec

KINDS = ("journal", "year", "language", "section", "author", "keyword")
MOST_VALUES = 20
LONGEST = 300


class Filters(msgspec.Struct, frozen=True, kw_only=True):
    """`author` is a key or a name, `keyword` a term, both as facets return them."""

    journal: tuple[str, ...] = ()  # slugs
    year: tuple[str, ...] = ()
    language: tuple[str, ...] = ()
    section: tuple[str, ...] = ()
    author: tuple[str, ...] = ()
    keyword: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return any(getattr(self, kind) for kind in KINDS)

    def with_values(self, kind: str, values: tuple[str, ...]) -> Filters:
        return msgspec.structs.replace(self, **{kind: values})

    def without(self, kind: str) -> Filters:
        return self.with_values(kind, ())

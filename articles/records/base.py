"""The base of every part of a record: a frozen struct whose JSON leaves out empty fields."""

from __future__ import annotations

import msgspec


class Value(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True
):
    """Compared by what it holds; a field that its JSON does not know is an error, not lost."""

"""A romanization scheme, as data."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec


class Scheme(msgspec.Struct, frozen=True, kw_only=True):
    """The table of small letters; capitals are derived."""

    label: object  # translatable: a choice in the journal's settings
    letters: Mapping[str, str]
    opening: Mapping[str, str] = {}  # at the beginning of a word or syllable: after а, й, ь …
    before: Mapping[str, str] = {}  # by the letter and the next one: "це": "c"
    capitals: Mapping[str, str] = {}  # where upper() is wrong: i, İ


def letters(*rows: str) -> dict[str, str]:
    """Return `"а a б b ь"` as a mapping; a letter without a value is not written."""
    mapping: dict[str, str] = {}
    letter = ""
    for part in " ".join(rows).split():
        if len(part) == 1 and "\u0400" <= part <= "\u052f":
            letter = part
            mapping[letter] = ""
        else:
            mapping[letter] = part
    return mapping

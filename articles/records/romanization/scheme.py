"""One way to write Cyrillic in Latin letters, as data."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec


class Scheme(msgspec.Struct, frozen=True, kw_only=True):
    """Small letters only: the engine makes the capitals."""

    label: object  # translatable: a choice in the journal's settings
    letters: Mapping[str, str]
    opening: Mapping[str, str] = {}  # where a word or a syllable begins: after nothing, а, й, ь …
    before: Mapping[str, str] = {}  # a letter by the letter that follows it: "це": "c"
    capitals: Mapping[str, str] = {}  # where upper() would not do: i, İ


def letters(*rows: str) -> dict[str, str]:
    """`"а a б b ь"` as a mapping; a letter with nothing after it is not written."""
    mapping: dict[str, str] = {}
    letter = ""
    for part in " ".join(rows).split():
        if len(part) == 1 and "\u0400" <= part <= "\u052f":
            letter = part
            mapping[letter] = ""
        else:
            mapping[letter] = part
    return mapping

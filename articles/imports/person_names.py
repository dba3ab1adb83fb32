"""Names as formats give them that have a surname and given names alone."""

from __future__ import annotations

from articles.records.names import Name, given_names, parse_name
from articles.records.names.endings import SUFFIXES


def person_name(surname: str, given: str, suffix: str = "") -> Name:
    """Return the name; the patronymic is what follows the given name, a suffix what ends it."""
    before, _space, last = given.rpartition(" ")
    if not suffix and last in SUFFIXES and (before or surname):
        given, suffix = before.rstrip(" ,"), last
    if not surname:
        return Name(given, suffix=suffix)
    parts = parse_name(f"X, {given}", "kk")
    name = Name(surname, parts.given, parts.patronymic, suffix)
    printed = (given_names(name), f"{name.given} {name.patronymic}")  # А.С., and А. С.
    return name if given in printed else Name(surname, given, suffix=suffix)

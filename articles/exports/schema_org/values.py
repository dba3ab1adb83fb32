"""Values of JSON-LD: texts with their language, names, no empty values."""

from __future__ import annotations

from typing import Any

from articles.records.languages import Text, prefer
from articles.records.markup import flat


def texts(text: Text) -> list[dict[str, str]]:
    plains = {code: flat(value).strip() for code, value in text.items()}
    return [{"@language": code, "@value": value} for code, value in plains.items() if value]


def named_thing(kind: str, name: Text) -> dict[str, Any]:
    """Return a thing with one name, the English one first, and the others as alternates."""
    first = prefer(name, "en")
    others = [other for other in dict.fromkeys(name.values()) if other != first]
    return without_empty({"@type": kind, "name": first, "alternateName": others}) if first else {}


def without_empty(values: dict[str, Any]) -> dict[str, Any]:
    """Return the values without empty ones, which validators count as values."""
    result = {}
    for name, value in values.items():
        if isinstance(value, list):
            value = [part for part in value if part]
        if value or value is True:
            result[name] = value
    return result

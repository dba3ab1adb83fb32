"""Values as JSON-LD writes them: texts with their language, names, nothing empty."""

from __future__ import annotations

from typing import Any

from articles.records.languages import Text, prefer
from articles.records.markup import flat


def texts(text: Text) -> list[dict[str, str]]:
    plains = {code: flat(value).strip() for code, value in text.items()}
    return [{"@language": code, "@value": value} for code, value in plains.items() if value]


def named(kind: str, name: Text) -> dict[str, Any]:
    """One name, the English one first, and the others as alternates."""
    first = prefer(name, "en")
    others = [other for other in dict.fromkeys(name.values()) if other != first]
    return filled({"@type": kind, "name": first, "alternateName": others}) if first else {}


def filled(values: dict[str, Any]) -> dict[str, Any]:
    """Without the empty ones: a validator takes "" for a value."""
    kept = {}
    for name, value in values.items():
        if isinstance(value, list):
            value = [part for part in value if part]
        if value or value is True:
            kept[name] = value
    return kept

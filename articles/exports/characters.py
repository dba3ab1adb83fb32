"""Control characters, which no format can carry."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
from django.utils.translation import gettext_lazy as _

from articles.records.cleaning import FORBIDDEN
from articles.records.findings import Finding, Level, Spot
from articles.records.record import Record

# Bytes that begin such characters in JSON: an escape, or U+FFFE and U+FFFF in UTF-8. Other
# characters with these bytes cost the slow search, which finds nothing.
IN_JSON = (b"\\u00", b"\xef\xbf")

_encoder = msgspec.json.Encoder()


def check_characters(record: Record) -> Iterator[Finding]:
    """Find control characters in any field; a saved record has none and is checked fast."""
    try:
        encoded = _encoder.encode(record)
        clean = not any(sign in encoded for sign in IN_JSON)
    except UnicodeEncodeError:  # a lone surrogate
        clean = False
    if not clean:
        yield from _control_characters(msgspec.to_builtins(record), "")


def _control_characters(node: Any, path: str) -> Iterator[Finding]:
    match node:
        case str() if match := FORBIDDEN.search(node):
            yield Finding(
                Level.BLOCKS,
                path,
                None,
                _("The text contains a control character, which cannot be exported."),
                _("Delete it or type the text again."),
                rule="xml",
                check="check_characters",
                spot=Spot(excerpt=f"U+{ord(match[0]):04X}", start=match.start(), end=match.end()),
            )
        case dict():
            for key, value in node.items():
                yield from _control_characters(value, f"{path}.{key}" if path else key)
        case list() | tuple():
            for place, value in enumerate(node, 1):
                yield from _control_characters(value, f"{path}[{place}]")

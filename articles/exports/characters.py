"""Control characters, which no format carries: found fast, then the field is named."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import msgspec
from django.utils.translation import gettext_lazy as _

from articles.records.clean import FORBIDDEN
from articles.records.findings import Finding, Level, Spot
from articles.records.record import Record

# The same characters as JSON writes them: escaped, or U+FFFE and U+FFFF in UTF-8.
IN_JSON = re.compile(rb"\\u00[01]|\xef\xbf[\xbe\xbf]")

_encoder = msgspec.json.Encoder()


def check_characters(record: Record) -> Iterator[Finding]:
    """Nothing to do for a record that was cleaned when it came in, as every saved one is."""
    try:
        clean = not IN_JSON.search(_encoder.encode(record))
    except UnicodeEncodeError:  # a lone surrogate
        clean = False
    if not clean:
        yield from _forbidden(msgspec.to_builtins(record), "")


def _forbidden(node: Any, path: str) -> Iterator[Finding]:
    match node:
        case str() if found := FORBIDDEN.search(node):
            yield Finding(
                Level.BLOCKS,
                path,
                None,
                _("The text holds a control character, which cannot be exported."),
                _("Delete it or type the text again."),
                rule="xml",
                check="check_characters",
                spot=Spot(excerpt=f"U+{ord(found[0]):04X}", start=found.start(), end=found.end()),
            )
        case dict():
            for key, value in node.items():
                yield from _forbidden(value, f"{path}.{key}" if path else key)
        case list() | tuple():
            for place, value in enumerate(node, 1):
                yield from _forbidden(value, f"{path}[{place}]")

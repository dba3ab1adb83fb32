"""Web addresses: those of an article, and what is an address at all."""

from __future__ import annotations

import re
from urllib.parse import quote

from .identifiers import doi_url as doi_url  # the one way in which a DOI is shown
from .languages import Language
from .record import Galley, Record

# Signs of a DOI that a path may hold as they are (RFC 3986, pchar and the slash).
DOI_SAFE = "/:;()@!$&'*+,=~-._"
WEB_ADDRESS = re.compile(r"https?://[^\s/?#\\<>\"]+[^\s<>\"]*", re.IGNORECASE)


def web_address(value: str) -> str:
    """Return the value if it is an http or https address, else ''.

    Whatever becomes a link goes through here: `javascript:` and `data:` are code, not addresses.
    """
    return value if WEB_ADDRESS.fullmatch(value) else ""


def page_url(record: Record, language: Language) -> str:
    """Return the article's page in a language."""
    return f"{record.site}/{language}/articles/{record.id}/"


def resource_url(record: Record) -> str:
    """Return the address that the DOI leads to, for readers of any language."""
    return f"{record.site}/doi/{quote(record.doi, safe=DOI_SAFE)}"


def galley_url(record: Record, galley: Galley) -> str:
    """Return the address of a galley."""
    return f"{record.site}/articles/{record.id}/files/{galley.id}/{quote(galley.name, safe='')}"


def export_url(record: Record, format: str) -> str:
    """Return the address of the article in an export format."""
    return f"{record.site}/articles/{record.id}/export/{format}"

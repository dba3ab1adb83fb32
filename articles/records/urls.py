"""Web addresses: those of an article, and what is an address at all."""

from __future__ import annotations

import re
from urllib.parse import quote

from .identifiers import doi_url as doi_url  # the one way in which a DOI is shown
from .languages import Language
from .record import Galley, Record
from .summary import File, Summary

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
    """Return the one address of a galley that pages and exports name."""
    return f"{record.site}{galley_url_path(record, galley)}"


def galley_url_path(article: Record | Summary, galley: Galley | File) -> str:
    """Return the address of a galley without the site.

    It is below the article's page in the language of the full text, because Google Scholar expects
    a PDF in the same folder as the page of its abstract.
    """
    name = quote(galley.name, safe="")
    return f"/{article.language}/articles/{article.id}/files/{galley.id}/{name}"


def picture_addresses(record: Record) -> dict[str, str]:
    """Return the addresses of the pictures of the full text, by file name."""
    pictures = (galley for galley in record.galleys if galley.kind == "image")
    return {picture.name: galley_url_path(record, picture) for picture in pictures}


def linkset_url(record: Record, language: Language) -> str:
    """Return the address of all links of the article's page in a language, as a linkset."""
    return f"{page_url(record, language)}linkset.json"


def export_url(record: Record, format: str) -> str:
    """Return the address of the article in an export format."""
    return f"{record.site}/articles/{record.id}/export/{format}"

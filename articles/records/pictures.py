"""The picture that stands for an article: the cover of its issue, else its first figure."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import quote

from .facts import IssueFacts
from .record import Record
from .urls import galley_url

# Media types by file extension; no SVG, which may hold scripts.
IMAGES = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "webp": "image/webp",
}
SOURCE = re.compile(r'<img\b[^>]*?\bsrc="([^"]*)"')


def image_type(name: str) -> str:
    """Return the media type of a picture by the name of its file; '' for any other file."""
    return IMAGES.get(name.rpartition(".")[2].lower(), "")


def picture_url(record: Record) -> str:
    """Return the absolute address of the picture, or ''."""
    if not record.site:
        return ""
    return cover_url(record.site, record.issue) or figure_url(record)


def cover_url(site: str, issue: IssueFacts | None) -> str:
    """Return the address of the cover of an issue that is out."""
    name = cover_name(issue.cover) if issue and issue.published_on else ""
    return f"{site}/issues/{issue.id}/cover/{quote(name, safe='')}" if issue and name else ""


def cover_name(path: str) -> str:
    """Return the file name of a cover, by its path in storage; '' if it is no picture."""
    name = path.rpartition("/")[2]
    return name if image_type(name) else ""


def figure_url(record: Record) -> str:
    """Return the address of the first figure in the full text."""
    pictures = {galley.name: galley for galley in record.galleys if galley.kind == "image"}
    names = (unescape(source) for source in SOURCE.findall(record.body))
    first = next((pictures[name] for name in names if name in pictures), None)
    return galley_url(record, first) if first and first.id else ""

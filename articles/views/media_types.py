"""Media types of the files that readers download."""

from __future__ import annotations

from articles.records.pictures import image_type
from articles.records.record import Galley

MEDIA_TYPES = {
    "pdf": "application/pdf",
    "html": "text/html; charset=utf-8",
    "epub": "application/epub+zip",
    "xml": "application/xml",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "supplement": "application/octet-stream",
}


def media_type(galley: Galley) -> str:
    if galley.kind == "image":
        return image_type(galley.name) or "application/octet-stream"
    return MEDIA_TYPES[galley.kind]

"""Media types of the files that readers download."""

from __future__ import annotations

from articles.records.record import Galley

MEDIA_TYPES = {
    "pdf": "application/pdf",
    "html": "text/html; charset=utf-8",
    "epub": "application/epub+zip",
    "xml": "application/xml",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "supplement": "application/octet-stream",
}
IMAGES = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "webp": "image/webp",
}


def media_type(galley: Galley) -> str:
    extension = galley.name.rpartition(".")[2].lower()
    unknown = "application/octet-stream"
    return IMAGES.get(extension, unknown) if galley.kind == "image" else MEDIA_TYPES[galley.kind]

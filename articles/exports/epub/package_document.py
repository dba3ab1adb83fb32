"""The package document: metadata, list of files, reading order (EPUB 3.3, clause 5)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from articles.exports.epub.container import PACKAGE, File, style
from articles.exports.epub.metadata import IDENTIFIER
from articles.exports.xml import DECLARATION, NOTHING, Xml, block, tag
from articles.records.languages import Language

XHTML = "application/xhtml+xml"


def package_document(metadata: Iterable[Xml], files: Sequence[File], code: Language) -> File:
    """Return the document for files in their reading order; the navigation is not read itself."""
    read = [file for file in files if file.media_type == XHTML and "nav" not in file.properties]
    entries = [
        tag("item", NOTHING, {
            "id": id_of(file), "href": file.name, "media-type": file.media_type,
            "properties": " ".join(file.properties),
        })
        for file in (*files, style())
    ]  # fmt: skip
    parts = (
        block("metadata", metadata, {"xmlns:dc": "http://purl.org/dc/elements/1.1/"}),
        block("manifest", entries),
        block("spine", (tag("itemref", NOTHING, {"idref": id_of(file)}) for file in read)),
    )
    package = block("package", parts, {
        "xmlns": "http://www.idpf.org/2007/opf", "version": "3.0", "unique-identifier": IDENTIFIER,
        "xml:lang": code,
    })  # fmt: skip
    content = f"{DECLARATION}{package}\n".encode()
    return File(PACKAGE, content, "application/oebps-package+xml")


def id_of(file: File) -> str:
    """Return an XML name for a file: `images/1-2.png` is `images-1-2.png`."""
    return file.name.replace("/", "-")

"""The pictures of a Word file that browsers can show, named by their content."""

from __future__ import annotations

import hashlib
import posixpath
from collections.abc import Iterator
from zipfile import ZipFile

import msgspec
from lxml import etree

from articles.imports.readers.docx_package import parse_part, read_part

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
V = "{urn:schemas-microsoft-com:vml}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

FIRST_BYTES = ((b"\x89PNG\r\n\x1a\n", "png"), (b"\xff\xd8\xff", "jpg"), (b"GIF8", "gif"))
PICTURE_BYTES = 8 * 2**20
ALL_BYTES = 24 * 2**20


class Picture(msgspec.Struct, frozen=True):
    """A picture file for the article."""

    name: str
    content: bytes


class Pictures:
    """The pictures of a package by their relationship ids; those asked for are kept in order."""

    def __init__(self, package: ZipFile) -> None:
        self._package = package
        self._targets = dict(_targets(parse_part(package, "word/_rels/document.xml.rels")))
        self._pictures: dict[str, Picture | None] = {}
        self._left = ALL_BYTES

    def of(self, block: etree._Element) -> Iterator[Picture]:
        """The pictures of a block; the fallback drawing beside a new one is skipped."""
        for element in block.iter(f"{A}blip", f"{V}imagedata"):
            if any(above.tag == f"{MC}Fallback" for above in element.iterancestors()):
                continue
            key = element.get(f"{R}embed") or element.get(f"{R}id") or ""
            if picture := self._picture(self._targets.get(key, "")):
                yield picture

    def used(self) -> tuple[Picture, ...]:
        """Return the pictures that were asked for, each once."""
        pictures = {picture.name: picture for picture in self._pictures.values() if picture}
        return tuple(pictures.values())

    def _picture(self, target: str) -> Picture | None:
        if target and target not in self._pictures:
            self._pictures[target] = self._read(target)
        return self._pictures.get(target)

    def _read(self, target: str) -> Picture | None:
        """Return None for a drawing that browsers do not show, and for one that is too large."""
        if target not in self._package.namelist():
            return None
        if self._package.getinfo(target).file_size > min(PICTURE_BYTES, self._left):
            return None
        content = read_part(self._package, target)
        kind = next((kind for start, kind in FIRST_BYTES if content.startswith(start)), "")
        if not kind:
            return None
        self._left -= len(content)
        return Picture(f"figure-{hashlib.sha256(content).hexdigest()[:10]}.{kind}", content)


def _targets(relations: etree._Element | None) -> Iterator[tuple[str, str]]:
    """Relationship ids with the parts that they name; targets outside the file are left out."""
    for relation in relations if relations is not None else ():
        if relation.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("word", relation.get("Target") or ""))
            yield relation.get("Id") or "", target.lstrip("/")

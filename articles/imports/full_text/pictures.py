"""The pictures of a Word file: those that browsers show, each under a name made of its bytes."""

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
    name: str
    content: bytes


class Pictures:
    """Asked by the keys that the text names them with; those used are kept in order."""

    def __init__(self, package: ZipFile) -> None:
        self._package = package
        self._targets = dict(_targets(parse_part(package, "word/_rels/document.xml.rels")))
        self._found: dict[str, Picture | None] = {}
        self._left = ALL_BYTES

    def of(self, block: etree._Element) -> Iterator[Picture]:
        """Each once: the old drawing beside the new one is skipped."""
        for element in block.iter(f"{A}blip", f"{V}imagedata"):
            if any(above.tag == f"{MC}Fallback" for above in element.iterancestors()):
                continue
            key = element.get(f"{R}embed") or element.get(f"{R}id") or ""
            if picture := self._picture(self._targets.get(key, "")):
                yield picture

    def used(self) -> tuple[Picture, ...]:
        pictures = {one.name: one for one in self._found.values() if one}
        return tuple(pictures.values())

    def _picture(self, target: str) -> Picture | None:
        if target and target not in self._found:
            self._found[target] = self._read(target)
        return self._found.get(target)

    def _read(self, target: str) -> Picture | None:
        """None for drawings that browsers do not show, and for what is too large."""
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
    """Keys and the parts that they name; what lies outside the file is not asked for."""
    for relation in relations if relations is not None else ():
        if relation.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("word", relation.get("Target") or ""))
            yield relation.get("Id") or "", target.lstrip("/")

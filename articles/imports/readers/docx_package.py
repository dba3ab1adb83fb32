"""A DOCX as a ZIP of XML parts, opened with limits on size and number."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from zipfile import BadZipFile, ZipFile, ZipInfo
from zlib import error as ZlibError

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from lxml import etree

from articles.imports.readers.exceptions import Unreadable
from articles.imports.readers.limits import (
    PACKED_FILES,
    PART_BYTES,
    PART_RATIO,
    UNPACKED_BYTES,
)

DAMAGED = _("The Word file is damaged or incomplete. Open it in Word, save it again and retry.")
DAMAGE = (BadZipFile, ZlibError, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)


def open_package(data: bytes) -> ZipFile:
    """Return the ZIP of a Word file; raises Unreadable for a damaged, hostile or other ZIP."""
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
        parts = package.infolist()
    except DAMAGE as error:
        raise Unreadable("damaged", DAMAGED) from error
    _check_parts(parts)
    names = {part.filename for part in parts}
    if "word/document.xml" not in names:
        raise Unreadable("not_word", _kind_of_zip(names))
    return package


def _check_parts(parts: list[ZipInfo]) -> None:
    if len(parts) > PACKED_FILES or sum(part.file_size for part in parts) > UNPACKED_BYTES:
        raise Unreadable("bomb", _("The file is too large when unpacked."))
    for part in parts:
        packed = max(1, part.compress_size)
        if part.file_size > 1_000_000 and part.file_size / packed > PART_RATIO:
            raise Unreadable("bomb", _("The file is too large when unpacked."))
        if part.flag_bits & 1:
            raise Unreadable(
                "encrypted", _("The file is protected by a password. Remove the password.")
            )


def _kind_of_zip(names: set[str]) -> Promise:
    if "mimetype" in names or "content.xml" in names:
        return _("This is an OpenDocument file. Save it as .docx and upload it again.")
    return _("This is a ZIP archive, not a Word file. Upload the manuscript itself.")


def read_part(package: ZipFile, name: str) -> bytes:
    """Return one part, or b'' if it is absent; raises Unreadable for a damaged or hostile one."""
    try:
        if package.getinfo(name).file_size > PART_BYTES:
            raise Unreadable("bomb", _("The file is too large when unpacked."))
        with package.open(name) as part:
            data = part.read(PART_BYTES + 1)
    except KeyError:
        return b""
    except DAMAGE as error:
        raise Unreadable("damaged", DAMAGED) from error
    if b"<!DOCTYPE" in data[:4000] or b"<!ENTITY" in data[:4000]:
        raise Unreadable(
            "entities", _("The file contains XML entities, which Word files never do.")
        )
    return data


def parse_part(package: ZipFile, name: str) -> etree._Element | None:
    """Return a small part as a tree, or None if it is absent or not well-formed."""
    data = read_part(package, name)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(data, parser) if data else None
    except etree.XMLSyntaxError:
        return None


def children_of(data: bytes, parent: str) -> Iterator[etree._Element]:
    """Yield the children of an element; each is freed when the next one is read."""
    stream = etree.iterparse(
        io.BytesIO(data),
        events=("end",),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
    )
    try:
        for _event, element in stream:
            above = element.getparent()
            if above is not None and above.tag == parent:
                yield element
                element.clear()
                while element.getprevious() is not None:
                    del above[0]
    except etree.XMLSyntaxError as error:
        raise Unreadable("damaged", DAMAGED) from error

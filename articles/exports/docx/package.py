"""The ZIP of a Word file (OPC): parts, relationships, content types. Equal parts, equal bytes."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from datetime import date
from io import BytesIO

import msgspec
from lxml import etree
from lxml.etree import _Element

from articles.exports.docx.xml import OFFICE, printable, serialize

PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
DAY = (1980, 1, 1, 0, 0, 0)
UNDATED = date(2000, 1, 1)
KINDS = {"png": "image/png", "jpg": "image/jpeg", "gif": "image/gif"}
DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
TERMS = "http://purl.org/dc/terms/"
SCHEMA = "http://www.w3.org/2001/XMLSchema-instance"


class Properties(msgspec.Struct, frozen=True):
    """What a file says of itself."""

    title: str
    authors: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    description: str = ""
    language: str = ""
    day: date | None = None


def package(
    document: _Element,
    parts: Mapping[str, _Element],
    links: Mapping[str, str],
    pictures: Mapping[str, bytes],
    properties: Properties,
) -> bytes:
    """Return the file; `links` are addresses, `pictures` files, by the ids that runs name.

    A part's name is its file, its relationship and its content type: `styles`, `footnotes`.
    """
    files = {
        "[Content_Types].xml": content_types(parts),
        "_rels/.rels": package_relations(),
        "docProps/core.xml": core(properties),
        "word/document.xml": serialize(document),
        "word/_rels/document.xml.rels": document_relations(parts, links, pictures),
        **{f"word/{name}.xml": serialize(part) for name, part in parts.items()},
        **{f"word/media/{name}": content for name, content in pictures.items()},
    }
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, DAY)
            is_picture = name.startswith("word/media/")
            entry.compress_type = zipfile.ZIP_STORED if is_picture else zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return target.getvalue()


def content_types(parts: Mapping[str, _Element]) -> bytes:
    root = root_of("Types", f"{PACKAGE}/content-types")
    defaults = {
        "rels": "application/vnd.openxmlformats-package.relationships+xml",
        "xml": "application/xml",
        **KINDS,
    }
    for extension, kind in defaults.items():
        add_child(root, "Default", Extension=extension, ContentType=kind)
    overrides = {
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/word/document.xml": f"{WORD}.document.main+xml",
        **{f"/word/{name}.xml": f"{WORD}.{name}+xml" for name in parts},
    }
    for name, kind in overrides.items():
        add_child(root, "Override", PartName=name, ContentType=kind)
    return serialize(root)


def package_relations() -> bytes:
    root = relations()
    add(root, "rId1", f"{OFFICE}/relationships/officeDocument", "word/document.xml")
    core_properties = f"{PACKAGE}/relationships/metadata/core-properties"
    add(root, "rId2", core_properties, "docProps/core.xml")
    return serialize(root)


def document_relations(
    parts: Mapping[str, _Element], links: Mapping[str, str], pictures: Mapping[str, bytes]
) -> bytes:
    root = relations()
    for name in parts:
        add(root, name, f"{OFFICE}/relationships/{name}", f"{name}.xml")
    for key, address in links.items():
        add(root, key, f"{OFFICE}/relationships/hyperlink", address, is_outside=True)
    for name in pictures:
        add(root, picture_id(name), f"{OFFICE}/relationships/image", f"media/{name}")
    return serialize(root)


def picture_id(name: str) -> str:
    return name.partition(".")[0]


def relations() -> _Element:
    return root_of("Relationships", f"{PACKAGE}/relationships")


def root_of(tag: str, namespace: str) -> _Element:
    """An element whose namespace has no prefix."""
    return etree.fromstring(f'<{tag} xmlns="{namespace}"/>')


def add_child(root: _Element, tag: str, **attributes: str) -> None:
    values = {name: printable(value) for name, value in attributes.items()}
    etree.SubElement(root, f"{{{root.nsmap[None]}}}{tag}", values)


def add(root: _Element, key: str, kind: str, target: str, *, is_outside: bool = False) -> None:
    outside = {"TargetMode": "External"} if is_outside else {}
    add_child(root, "Relationship", Id=key, Type=kind, Target=target, **outside)


def core(properties: Properties) -> bytes:
    name = f"{PACKAGE}/metadata/core-properties"
    namespaces = {"cp": name, "dc": DUBLIN_CORE, "dcterms": TERMS, "xsi": SCHEMA}
    root = etree.Element(f"{{{name}}}coreProperties", nsmap=namespaces)
    values = (
        (f"{{{DUBLIN_CORE}}}title", properties.title),
        (f"{{{DUBLIN_CORE}}}creator", "; ".join(properties.authors)),
        (f"{{{DUBLIN_CORE}}}description", properties.description),
        (f"{{{DUBLIN_CORE}}}language", properties.language),
        (f"{{{name}}}keywords", ", ".join(properties.keywords)),
    )
    for tag, value in values:
        etree.SubElement(root, tag).text = printable(value)
    day = properties.day or UNDATED
    for tag in ("created", "modified"):
        made = etree.SubElement(root, f"{{{TERMS}}}{tag}")
        made.set(f"{{{SCHEMA}}}type", "dcterms:W3CDTF")
        made.text = f"{day}T00:00:00Z"
    return serialize(root)

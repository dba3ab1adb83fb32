"""Elements of WordprocessingML, DrawingML and OMML (ECMA-376), built by short calls."""

from __future__ import annotations

from lxml import etree
from lxml.etree import _Element

from articles.records.cleaning import FORBIDDEN

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "m": f"{OFFICE}/math",
    "r": f"{OFFICE}/relationships",
    "wp": f"{DRAWING}/wordprocessingDrawing",
    "a": f"{DRAWING}/main",
    "pic": f"{DRAWING}/picture",
}
SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def qualified_name(name: str) -> str:
    """Return `w:p` as lxml names it."""
    prefix, _colon, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}" if local else name


def element(name: str, /, *children: _Element | None, **attributes: str) -> _Element:
    """Return an element; an attribute `w_val` is `w:val`, one without a prefix is plain."""
    made = etree.Element(qualified_name(name), nsmap=NAMESPACES)
    for key, value in attributes.items():
        made.set(qualified_name(key.replace("_", ":", 1)), printable(value))
    made.extend(child for child in children if child is not None)
    return made


def value_element(name: str, value: str) -> _Element:
    """Return an element with a value: `<w:b w:val="…"/>`, in its own namespace."""
    made = element(name)
    made.set(qualified_name(f"{name.partition(':')[0]}:val"), printable(value))
    return made


def text_element(name: str, text: str) -> _Element:
    """Return an element with a text whose spaces stay."""
    made = element(name)
    made.text = printable(text)
    made.set(SPACE, "preserve")
    return made


def printable(value: str) -> str:
    """Return a text without the characters that XML cannot carry."""
    return FORBIDDEN.sub("", value)


def serialize(root: _Element) -> bytes:
    etree.cleanup_namespaces(root)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)

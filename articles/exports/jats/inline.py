"""Emphasis, links and small pictures inside a paragraph in JATS."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import unquote

from lxml.etree import _Element

from articles.exports.jats.context import Context
from articles.exports.xml import NOTHING, Xml, tag, text, text_tag
from articles.records.cleaning import FORBIDDEN

MARKS = {"em": "italic", "strong": "bold", "sub": "sub", "sup": "sup"}
OUTSIDE = ("http://", "https://", "mailto:")


def inline_of(element: _Element, context: Context) -> Xml:
    """Return all that an element holds as the content of a paragraph."""
    return pieces([element.text or "", *_with_tails(element)], context)


def pieces(parts: Iterable[str | _Element], context: Context) -> Xml:
    content = (
        printable_text(part) if isinstance(part, str) else piece(part, context) for part in parts
    )
    return Xml("".join(content))


def printable_text(value: str) -> Xml:
    """Return escaped text without characters that XML cannot carry, such as &#1;."""
    return text(FORBIDDEN.sub("", value))


def piece(element: _Element, context: Context) -> Xml:
    if element.tag == "img":
        return picture(element, context, "inline-graphic")
    content = inline_of(element, context)
    if element.tag == "a" and next(element.iter("img"), None) is None:  # JATS links no pictures
        return link(element.get("href", ""), content, context)
    name = MARKS.get(element.tag)
    if not name:
        return content
    return tag(name, content) if content else NOTHING


def link(href: str, content: Xml, context: Context) -> Xml:
    """A cross-reference inside the article; a link to nothing is its text."""
    target = unquote(href.removeprefix("#"))
    if href.startswith("#") and target in context.targets:
        kind = "bibr" if target.startswith("ref") else "fn" if target.startswith("fn") else "other"
        return tag("xref", content, {"ref-type": kind, "rid": target})
    if href.startswith(OUTSIDE):
        return tag("ext-link", content, {"ext-link-type": "uri", "xlink:href": href})
    return content


def picture(element: _Element, context: Context, name: str) -> Xml:
    source = element.get("src", "")
    address = context.files.get(unquote(source.rpartition("/")[2]), source)
    alternative = text_tag("alt-text", FORBIDDEN.sub("", element.get("alt", "")))
    return tag(name, alternative, {"xlink:href": FORBIDDEN.sub("", address) or "#"})


def _with_tails(element: _Element) -> Iterable[str | _Element]:
    for child in element:
        yield child
        yield child.tail or ""

"""Emphasis, links and small pictures inside a paragraph in JATS."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import unquote

from lxml.etree import _Element

from articles.exports.jats.context import Context
from articles.exports.jats.formulas import display_formula, inline_formula
from articles.exports.xml import NOTHING, Xml, tag, text, text_tag
from articles.records.cleaning import FORBIDDEN
from articles.records.full_text.elements import inside, picture_name

MARKS = {"em": "italic", "strong": "bold", "sub": "sub", "sup": "sup"}
OUTSIDE = ("http://", "https://", "mailto:")


def inline_of(element: _Element, context: Context) -> Xml:
    """Return all that an element holds as the content of a paragraph, with its language."""
    content = pieces(inside(element), context)
    language = language_of(element)
    return tag("styled-content", content, language) if content and language["xml:lang"] else content


def pieces(parts: Iterable[str | _Element], context: Context, may_display: bool = False) -> Xml:
    """Text and elements; formulas stand on lines of their own only where JATS lets them."""
    content: list[Xml] = []
    for part in parts:
        if isinstance(part, str):
            content.append(printable_text(part))
        elif may_display and part.tag == "math" and part.get("display") == "block":
            content.append(display_formula(part))
        else:
            content.append(piece(part, context))
    return Xml("".join(content))


def printable_text(value: str) -> Xml:
    """Return escaped text without characters that XML cannot carry, such as &#1;."""
    return text(FORBIDDEN.sub("", value))


def piece(element: _Element, context: Context) -> Xml:
    if element.tag == "img":
        return picture(element, context, "inline-graphic")
    if element.tag == "math":
        return inline_formula(element)
    content = inline_of(element, context)
    if element.tag == "a" and next(element.iter("img", "math"), None) is None:
        return link(element.get("href", ""), content, context)
    name = MARKS.get(element.tag)
    if not name:
        return content
    return tag(name, content) if content else NOTHING


def language_of(element: _Element) -> dict[str, str]:
    """The language as an attribute, for those elements of JATS that may have it."""
    return {"xml:lang": element.get("lang", "")}


def link(href: str, content: Xml, context: Context) -> Xml:
    """A cross-reference inside the article; a link to nothing is its text."""
    target = unquote(href.removeprefix("#"))
    if href.startswith("#") and target in context.targets:
        return tag("xref", content, {"ref-type": context.targets[target], "rid": target})
    if href.startswith(OUTSIDE):
        return tag("ext-link", content, {"ext-link-type": "uri", "xlink:href": href})
    return content


def picture(element: _Element, context: Context, name: str) -> Xml:
    source = element.get("src", "")
    address = context.files.get(picture_name(element), source)
    alternative = text_tag("alt-text", FORBIDDEN.sub("", element.get("alt", "")))
    return tag(name, alternative, {"xlink:href": FORBIDDEN.sub("", address) or "#"})

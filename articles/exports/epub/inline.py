"""Text, emphasis, links, formulas and small pictures inside a paragraph, as XHTML."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import unquote

from lxml.etree import _Element

from articles.exports.epub.context import Context
from articles.exports.typesetting import labels
from articles.exports.typesetting.blocks import MAY_BREAK, Runs
from articles.exports.xml import NOTHING, Xml, tag, text
from articles.records.cleaning import FORBIDDEN
from articles.records.formula_text import formula_text
from articles.records.full_text.elements import Part, inside, picture_name
from articles.records.full_text.links import REFERENCE
from articles.records.urls import web_address

MARKS = ("em", "strong", "sub", "sup", "span")
RUN_MARKS = {"i": "i", "b": "b", "sub": "sub", "sup": "sup"}
BLOCKS = ("p", "li", "tr", "td", "th", "h2", "h3", "h4", "figcaption", "caption", "footer")
MATHML = "http://www.w3.org/1998/Math/MathML"
# Addresses that every reader takes; others are printed as text alone.
ADDRESS = re.compile(r"https?://[\w.-]+(?::\d{1,5})?(?:[/?#][\w.~:/?#@!$&'()*+,;=%-]*)?")
MAIL = re.compile(r"mailto:[\w.+-]+@[A-Za-z0-9.-]+")
NOT_ENCODED = re.compile(r"%(?![0-9A-Fa-f]{2})")


def inline(parts: Iterable[Part], context: Context) -> Xml:
    """Return the parts as the content of a paragraph; blocks among them are their text."""
    return Xml("".join(_piece(part, context) for part in parts))


def printable(value: str) -> Xml:
    """Return escaped text without characters that XML cannot carry."""
    return text(FORBIDDEN.sub("", value))


def runs_xml(runs: Runs) -> Xml:
    """Return runs of a header, a reference or a statement."""
    pieces = []
    for run in runs:
        piece = printable(run.text.replace(MAY_BREAK, ""))
        for mark in reversed(run.marks):
            piece = tag(RUN_MARKS[mark], piece) if piece else piece
        address = outside_address(run.link)
        pieces.append(tag("a", piece, {"href": address}) if piece and address else piece)
    return Xml("".join(pieces))


def outside_address(href: str) -> str:
    """Return an address outside the publication, '' for what is none."""
    address = web_address(href)
    if address and ADDRESS.fullmatch(address) and not NOT_ENCODED.search(address):
        return address
    return href if MAIL.fullmatch(href) else ""


def _piece(part: Part, context: Context) -> Xml:
    if isinstance(part, str):
        return printable(part)
    if part.tag == "img":
        return picture(part, context)
    if part.tag == "math":
        return math(part)
    if part.tag == "a":
        return _link(part, context)
    if part.tag in MARKS:
        attributes = context.global_attributes(part)
        content = inline(inside(part), context)
        return tag(str(part.tag), content, attributes) if content else NOTHING
    content = inline(inside(part), context)
    return Xml(f"{content} ") if part.tag in BLOCKS else content


def picture(element: _Element, context: Context) -> Xml:
    """Return a picture with what it shows in words; the name of one that cannot be shown."""
    name = picture_name(element)
    file = context.pictures.get(name)
    alternative = FORBIDDEN.sub("", element.get("alt", "").strip() or context.caption or name)
    if file:
        context.picture_count += 1
        context.undescribed_count += not element.get("alt", "").strip()
        return tag("img", NOTHING, {"src": file, "alt": alternative or file})
    context.missing_pictures.append(name)
    words = f"[{labels.MISSING_PICTURE[context.language]}: {name}]"
    return tag("span", printable(words), {"class": "missing"})


def math(formula: _Element) -> Xml:
    """Return a formula with its text for readers that do not draw MathML."""
    attributes = {"alttext": formula_text(formula), **_attributes(formula)}
    return tag("math", _math_content(formula), {"xmlns": MATHML, **attributes})


def _math_content(element: _Element) -> Xml:
    parts = [printable(element.text or "")]
    parts += [tag(str(each.tag), _math_content(each), _attributes(each)) for each in element]
    return Xml("".join(parts))


def _attributes(element: _Element) -> dict[str, str]:
    return {str(name): FORBIDDEN.sub("", str(value)) for name, value in element.items()}


def _link(element: _Element, context: Context) -> Xml:
    """Return a link, or its text if it leads nowhere or stands in another link."""
    href = element.get("href", "")
    target = unquote(href[1:]) if href.startswith("#") else ""
    is_known = target in context.targets
    address = f"#{target}" if is_known else outside_address(href)
    if not address or context.links:
        attributes = context.id_of(element)
        content = inline(inside(element), context)
        return tag("span", content, attributes) if attributes else content
    context.links += 1
    content = inline(inside(element), context)
    context.links -= 1
    if not content.strip():
        return NOTHING
    return tag(
        "a",
        content,
        {**_kind_of_link(target, context), **context.global_attributes(element), "href": address},
    )


def _kind_of_link(target: str, context: Context) -> dict[str, str]:
    if target in context.notes:
        return {"epub:type": "noteref", "role": "doc-noteref"}
    if REFERENCE.fullmatch(f"#{target}"):
        return {"epub:type": "biblioref", "role": "doc-biblioref"}
    return {}

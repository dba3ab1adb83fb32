"""An XHTML file of an EPUB."""

from __future__ import annotations

from articles.exports.epub.container import File
from articles.exports.epub.inline import printable
from articles.exports.xml import DECLARATION, NOTHING, Xml, tag
from articles.records.languages import Language

NAMESPACES = {"xmlns": "http://www.w3.org/1999/xhtml", "xmlns:epub": "http://www.idpf.org/2007/ops"}


def xhtml(
    name: str,
    title: str,
    code: Language,
    body: Xml,
    *,
    kind: str = "",
    css_class: str = "",
    properties: tuple[str, ...] = (),
) -> File:
    """Return a file with a title; `kind` is the `epub:type` of its body."""
    head = "".join((
        tag("meta", NOTHING, {"charset": "utf-8"}),
        tag("title", printable(title.strip() or name)),
        tag("link", NOTHING, {"rel": "stylesheet", "type": "text/css", "href": "style.css"}),
    ))  # fmt: skip
    content = f"<head>{head}</head>\n{tag('body', body, {'epub:type': kind, 'class': css_class})}"
    page = tag("html", Xml(f"\n{content}\n"), {**NAMESPACES, "lang": code, "xml:lang": code})
    text = f"{DECLARATION}<!DOCTYPE html>\n{page}\n"
    return File(f"{name}.xhtml", text.encode(), "application/xhtml+xml", properties)

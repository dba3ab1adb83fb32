"""Paragraphs, lists, tables and figures of the body in JATS."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from lxml.etree import _Element

from articles.exports.jats.context import Context
from articles.exports.jats.formulas import formula_of_paragraph
from articles.exports.jats.inline import inline_of, language_of, picture, pieces
from articles.exports.xml import NOTHING, Xml, block, tag
from articles.records.full_text.elements import Part, inside
from articles.records.table_scopes import SCOPES

LISTS = {"ul": "bullet", "ol": "order"}
SPANS = ("colspan", "rowspan", "scope")


def blocks_of(parts: Iterable[Part], context: Context, alone: bool = True) -> Iterator[Xml]:
    """The blocks one after another; text between blocks becomes a paragraph.

    Tables and figures are blocks only if `alone` is true; in a list their text stays.
    """
    loose: list[Part] = []
    for part in parts:
        if isinstance(part, str) or not (write := writer_of(part, alone)):
            loose.append(part)
            continue
        yield from paragraph(loose, context)
        loose = []
        yield from write(part, context)
    yield from paragraph(loose, context)


Write = Callable[[_Element, Context], Iterator[Xml]]


def writer_of(element: _Element, alone: bool) -> Write | None:
    """Return the function that writes an element as a block, or None."""
    if element.tag in LISTS:
        return list_of
    if element.tag == "blockquote":
        return quotation if alone else quotation_in_paragraph
    if element.tag in ("p", "h2", "h3", "h4", "li", "figcaption", "caption", "footer"):
        return paragraph_of
    if alone and element.tag == "table":
        return table
    if alone and element.tag == "figure":
        return figure
    if element.tag in ("figure", "section", "table", "thead", "tbody", "tr", "td", "th"):
        return lambda each, context: blocks_of(inside(each), context, alone)
    return None


def paragraph_of(element: _Element, context: Context) -> Iterator[Xml]:
    """A paragraph with its id and language; one that is a formula has them in the formula."""
    if formula := formula_of_paragraph(element, context):
        yield tag("p", formula)
        return
    content = pieces(inside(element), context, may_display=True)
    if content.strip():
        attributes = {**context.id_of(element), **language_of(element)}
        yield tag("p", Xml(content.strip()), attributes)


def paragraph(parts: Iterable[Part], context: Context) -> Iterator[Xml]:
    content = pieces(parts, context, may_display=True)
    if content.strip():
        yield tag("p", Xml(content.strip()))


def list_of(element: _Element, context: Context) -> Iterator[Xml]:
    entries = []
    for each in element:
        content = list(blocks_of(inside(each), context, alone=False))
        if content:
            attributes = {**context.id_of(each), **language_of(each)}
            entries.append(block("list-item", content, attributes))
    yield block("list", entries, {"list-type": LISTS[element.tag], **language_of(element)})


def quotation(element: _Element, context: Context) -> Iterator[Xml]:
    """A `disp-quote`; it ends with whose words they are."""
    parts = inside(element)
    sources = [part for part in parts if not isinstance(part, str) and part.tag == "footer"]
    words = list(blocks_of([part for part in parts if part not in sources], context))
    sources_written = [tag("attrib", inline_of(each, context)) for each in sources]
    content = [*words, *filter(None, sources_written)]
    if content:
        yield block("disp-quote", content, {**context.id_of(element), **language_of(element)})


def quotation_in_paragraph(element: _Element, context: Context) -> Iterator[Xml]:
    """In lists and cells, where JATS has paragraphs alone."""
    for quoted in quotation(element, context):
        yield tag("p", quoted)


def table(element: _Element, context: Context, caption: Xml = NOTHING) -> Iterator[Xml]:
    """A table, or its caption alone if it has no cells."""
    for first in element.findall("caption")[:1]:
        caption = inline_of(first, context)
    head = list(rows(element.findall("thead/tr"), context))
    body = list(rows([*element.findall("tr"), *element.findall("tbody/tr")], context))
    title = [tag("p", caption)] if caption.strip() else []
    if not head and not body:
        yield from title
        return
    parts = [block("thead", head), block("tbody", body)] if body else [block("tbody", head)]
    wrap = [block("caption", title), block("table", parts)]
    yield block("table-wrap", wrap, {**context.id_of(element), **language_of(element)})


def rows(elements: Iterable[_Element], context: Context) -> Iterator[Xml]:
    for row in elements:
        yield block("tr", [cell(each, context) for each in row if each.tag in ("th", "td")])


def cell(element: _Element, context: Context) -> Xml:
    attributes = {name: element.get(name, "") for name in SPANS}
    if attributes["scope"] not in SCOPES:
        del attributes["scope"]
    if any(child.tag in ("p", "blockquote", *LISTS) for child in element):
        pass_language_down(element)
        content = Xml("".join(blocks_of(inside(element), context, alone=False)))
    else:
        content = inline_of(element, context)
    return tag(element.tag, content, attributes)


def pass_language_down(element: _Element) -> None:
    """Mark the blocks of a cell with its language: a cell of JATS has none."""
    for child in element:
        if not child.get("lang"):
            child.set("lang", element.get("lang", ""))


def figure(element: _Element, context: Context) -> Iterator[Xml]:
    """A figure of pictures; one that holds a table becomes that table with its caption."""
    captions = [inline_of(each, context) for each in element.findall("figcaption")[:1]]
    for first in element.findall(".//table")[:1]:
        if (name := element.get("id")) and not first.get("id"):
            first.set("id", name)
        yield from table(first, context, *captions)
        return
    pictures = [picture(each, context, "graphic") for each in element.iter("img")]
    title = [tag("p", caption) for caption in captions if caption.strip()]
    if pictures or title:
        attributes = {**context.id_of(element), **language_of(element)}
        yield block("fig", [block("caption", title), *pictures], attributes)


def footnote(element: _Element, context: Context) -> Xml:
    content = inline_of(element, context).strip()
    return block("fn", [tag("p", Xml(content))], context.id_of(element))

"""Headings, paragraphs, lists, tables and figures of a full text, as XHTML.

Whatever stands where HTML allows no such element becomes a paragraph or its text: readers refuse
a whole file for one element in the wrong place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from lxml.etree import _Element

from articles.exports.epub.context import Context
from articles.exports.epub.inline import inline, math, printable
from articles.exports.xml import NOTHING, Xml, block, tag
from articles.records.full_text.elements import Part, inside, number_in
from articles.records.full_text.labels import text_of
from articles.records.mathml import numbered_formula
from articles.records.table_scopes import SCOPES, mark_scopes

DEEPEST = 12  # levels of nested blocks; deeper ones are paragraphs
LEVELS = {"h2": 2, "h3": 3, "h4": 4}
SPAN_MOST = 100
WRAPPERS = ("section", "figure", "table", "thead", "tbody", "tr", "td", "th", "li")
BLOCKS = (*LEVELS, *WRAPPERS, "p", "ul", "ol", "blockquote", "figcaption", "caption", "footer")

Write = Callable[[_Element, Context, int], Iterator[Xml]]


def flow(parts: Iterable[Part], context: Context, depth: int = 0) -> Iterator[Xml]:
    """Yield blocks one after another; text between blocks becomes a paragraph."""
    loose: list[Part] = []
    for part in parts:
        if isinstance(part, str) or part.tag not in BLOCKS:
            loose.append(part)
            continue
        yield from paragraph(loose, context)
        loose = []
        yield from WRITERS.get(str(part.tag), wrapper)(part, context, depth)
    yield from paragraph(loose, context)


def paragraph(parts: Iterable[Part], context: Context) -> Iterator[Xml]:
    content = inline(parts, context)
    if content.strip():
        yield tag("p", Xml(content.strip()))


def wrapper(element: _Element, context: Context, depth: int) -> Iterator[Xml]:
    """The blocks of an element that adds nothing of its own here."""
    if depth > DEEPEST:
        yield from paragraph([text_of(element)], context)
    else:
        yield from flow(inside(element), context, depth + 1)


def heading(element: _Element, context: Context, depth: int) -> Iterator[Xml]:
    """A heading at most one level below the one before it; inside other blocks, a paragraph."""
    content = inline(inside(element), context).strip()
    if not content:
        return
    attributes = context.global_attributes(element)
    if depth:
        yield tag("p", tag("strong", Xml(content)), attributes)
        return
    level = min(LEVELS[str(element.tag)], context.last_level + 1)
    context.last_level = level
    context.headings.append((level, attributes.get("id", ""), text_of(element)))
    yield tag(f"h{level}", Xml(content), attributes)


def paragraph_of(element: _Element, context: Context, depth: int) -> Iterator[Xml]:
    """A paragraph; one that is a formula with its number is set as such."""
    if alone := numbered_formula(element):
        formula, number = alone
        label = tag("span", printable(number), {"class": "num"}) if number else NOTHING
        attributes = {"class": "eq", **context.global_attributes(element)}
        yield tag("div", Xml(math(formula) + label), attributes)
        return
    content = inline(inside(element), context)
    if content.strip():
        yield tag("p", Xml(content.strip()), context.global_attributes(element))


def list_of(element: _Element, context: Context, depth: int) -> Iterator[Xml]:
    if depth > DEEPEST:
        yield from wrapper(element, context, depth)
        return
    attributes = context.global_attributes(element)
    if element.tag == "ol" and (start := number_in(element, "start")) is not None:
        attributes["start"] = str(start)
    entries = [entry(each, context, depth + 1) for each in element]
    yield block(str(element.tag), filter(None, entries), attributes)


def entry(element: _Element, context: Context, depth: int) -> Xml:
    is_entry = element.tag == "li"
    attributes = context.global_attributes(element) if is_entry else {}
    content = (
        content_of(element, context, depth) if is_entry else _blocks([element], context, depth)
    )
    return tag("li", content, attributes) if content else NOTHING


def content_of(element: _Element, context: Context, depth: int) -> Xml:
    """The content of a cell or a list entry: text alone, or blocks."""
    if any(child.tag in BLOCKS for child in element):
        return _blocks(inside(element), context, depth)
    return Xml(inline(inside(element), context).strip())


def _blocks(parts: Iterable[Part], context: Context, depth: int) -> Xml:
    return Xml("\n".join(flow(parts, context, max(depth, 1))))


def quotation(element: _Element, context: Context, depth: int) -> Iterator[Xml]:
    """A quotation; whose words it has stands at its end."""
    if depth > DEEPEST:
        yield from wrapper(element, context, depth)
        return
    attributes = context.global_attributes(element)
    sources = [part for part in element if part.tag == "footer"]
    words = list(
        flow([part for part in inside(element) if part not in sources], context, depth + 1)
    )
    named = [Xml(inline(inside(each), context).strip()) for each in sources]
    yield block(
        "blockquote", [*words, *(tag("footer", each) for each in named if each)], attributes
    )


def table(element: _Element, context: Context, depth: int) -> Iterator[Xml]:
    """A table with its caption; without cells, its caption alone."""
    mark_scopes(element)
    attributes = context.global_attributes(element)
    captions = [inline(inside(each), context).strip() for each in element.findall("caption")[:1]]
    head = list(rows(element.findall("thead/tr"), context, depth))
    body = list(rows([*element.findall("tr"), *element.findall("tbody/tr")], context, depth))
    title = [Xml(caption) for caption in captions if caption]
    if not any(row != EMPTY_ROW for row in (*head, *body)):
        yield from (tag("p", each, attributes) for each in title)
        return
    parts = [tag("caption", each) for each in title]
    yield block("table", [*parts, block("thead", head), block("tbody", body)], attributes)


EMPTY_ROW = tag("tr")


def rows(elements: Iterable[_Element], context: Context, depth: int) -> Iterator[Xml]:
    for row in elements:
        cells = (cell(each, context, depth + 1) for each in row if each.tag in ("th", "td"))
        yield block("tr", cells) or EMPTY_ROW


def cell(element: _Element, context: Context, depth: int) -> Xml:
    attributes = context.global_attributes(element)
    for name in ("colspan", "rowspan"):
        span = number_in(element, name) or 1
        if 1 < span <= SPAN_MOST:
            attributes[name] = str(span)
    scope = element.get("scope", "")
    if element.tag == "th" and scope in SCOPES:
        attributes["scope"] = scope
    return tag(str(element.tag), content_of(element, context, depth), attributes)


def figure(element: _Element, context: Context, depth: int) -> Iterator[Xml]:
    """A figure of pictures or of a table, with its caption."""
    if depth > DEEPEST:
        yield from wrapper(element, context, depth)
        return
    attributes = context.global_attributes(element)
    is_table = element.find(".//table") is not None
    caption = element.find("figcaption")
    words = text_of(caption) if caption is not None else ""
    context.caption = words
    content = list(
        flow([part for part in inside(element) if part is not caption], context, depth + 1)
    )
    context.caption = ""
    title = inline(inside(caption), context).strip() if caption is not None else ""
    label = tag("figcaption", Xml(title)) if title else NOTHING
    ordered = [label, *content] if is_table else [*content, label]
    yield block("figure", ordered, {**attributes, "class": "table" if is_table else ""})


WRITERS: dict[str, Write] = {
    "h2": heading, "h3": heading, "h4": heading, "p": paragraph_of, "figcaption": paragraph_of,
    "caption": paragraph_of, "footer": paragraph_of, "ul": list_of, "ol": list_of,
    "blockquote": quotation, "table": table, "figure": figure,
}  # fmt: skip

"""The `body` of a JATS article as our HTML subset."""

from __future__ import annotations

from html import escape
from urllib.parse import unquote, urlsplit

from lxml.etree import _Element

from articles.imports.jats.formulas import formula_in
from articles.imports.jats.texts import BLANKS, XLINK_HREF, XML_LANG
from articles.records.body import clean_body

INLINE = {"italic": "em", "bold": "strong", "sub": "sub", "sup": "sup"}
SAME = ("table", "thead", "tbody", "tr", "th", "td")
SPANS = ("colspan", "rowspan", "scope")
DEEPEST = 4  # h4
SKIPPED = ("label", "alt-text", "object-id", "title")


def body_of(article: _Element) -> str:
    """Return the full text with its footnotes, cleaned to our subset."""
    body = article.find("body")
    if body is None:
        return ""
    text = "".join(block(child, 2) for child in body)
    notes = "".join(
        f"<li{id_of(note)}>{inside(note)}</li>" for note in article.iterfind("back/fn-group/fn")
    )
    footnotes = f'<section id="footnotes"><ol>{notes}</ol></section>' if notes else ""
    return clean_body(text + footnotes)


def block(element: _Element, level: int) -> str:
    """Return one block; an element without an equivalent gives its content."""
    match element.tag:
        case "sec":
            heading = f"h{min(level, DEEPEST)}"
            title = element.find("title")
            title_html = inline(title) if title is not None else ""
            opened = f"<{heading}{id_of(element)}>{title_html}</{heading}>" if title_html else ""
            return opened + "".join(block(child, level + 1) for child in element)
        case "p":
            return paragraph(element)
        case "disp-formula":
            return f"<p{id_of(element)}>{piece(element)}</p>"
        case "list":
            name = "ol" if element.get("list-type") == "order" else "ul"
            entries = (
                f"<li{id_of(each)}{lang_of(each)}>{inside(each)}</li>"
                for each in element.iterfind("list-item")
            )
            return f"<{name}{lang_of(element)}>{''.join(entries)}</{name}>"
        case "table-wrap":
            return table(element)
        case "fig":
            return figure(element)
        case tag if tag in SKIPPED or not isinstance(tag, str):
            return ""
    return "".join(block(child, level) for child in element) or f"<p>{inline(element)}</p>"


def paragraph(element: _Element) -> str:
    """Return a paragraph; one that is a formula takes the id of the formula."""
    named = element
    if len(element) == 1 and element[0].tag == "disp-formula" and not element.get("id"):
        named = element[0]
    return f"<p{id_of(named)}{lang_of(element)}>{inline(element)}</p>"


def inside(element: _Element) -> str:
    """Return the blocks of a list item, a note or a cell; of a single paragraph its text."""
    children = [child for child in element if child.tag not in SKIPPED]
    if len(children) == 1 and children[0].tag == "p" and not lang_of(children[0]):
        return inline(children[0])
    return "".join(block(child, DEEPEST) for child in children)


def inline(element: _Element) -> str:
    """Return the content of an element as text with inline tags."""
    parts = [escape_text(element.text)]
    for child in element:
        parts += [piece(child), escape_text(child.tail)]
    return "".join(parts)


def escape_text(value: str | None) -> str:
    """Return escaped text with runs of white space as one space."""
    return escape(BLANKS.sub(" ", value or ""), quote=False)


def piece(element: _Element) -> str:
    """Return one inline element; an unknown one gives its content."""
    content = inline(element)
    match element.tag:
        case "xref" if rid := element.get("rid"):
            return f'<a href="#{escape(rid)}">{content}</a>'
        case "ext-link" | "uri" if href := element.get(XLINK_HREF):
            return f'<a href="{escape(href)}">{content}</a>'
        case "inline-graphic" | "graphic":
            return image(element)
        case "inline-formula" | "disp-formula" | "alternatives":
            return formula_in(element) or content
        case "styled-content" | "named-content" if language := lang_of(element):
            return f"<span{language}>{content}</span>"
        case tag if tag in INLINE:
            return f"<{INLINE[tag]}>{content}</{INLINE[tag]}>"
    return content


def table(element: _Element) -> str:
    """Return a `table-wrap` with its caption."""
    inner = element.find("table")
    if inner is None:
        return ""
    caption = caption_of(element)
    opened = f"<caption>{caption}</caption>" if caption else ""
    return f"<table{id_of(element)}{lang_of(element)}>{opened}{''.join(map(cells, inner))}</table>"


def cells(element: _Element) -> str:
    """Return rows, groups of rows and cells with their tags and spans."""
    if element.tag not in SAME:
        return ""
    attributes = "".join(
        f' {name}="{escape(value)}"' for name in SPANS if (value := element.get(name))
    )
    if element.tag in ("td", "th"):
        blocks = any(child.tag in ("p", "list") for child in element)
        content = "".join(block(child, DEEPEST) for child in element) if blocks else inline(element)
    else:
        content = "".join(map(cells, element))
    return f"<{element.tag}{attributes}>{content}</{element.tag}>"


def figure(element: _Element) -> str:
    """Return a `fig` with its images and caption."""
    images = "".join(map(image, element.iter("graphic")))
    caption = caption_of(element)
    closed = f"<figcaption>{caption}</figcaption>" if caption else ""
    return f"<figure{id_of(element)}{lang_of(element)}>{images}{closed}</figure>"


def image(element: _Element) -> str:
    """Return a `graphic` with its alternative text, by the name of its file."""
    alternative = element.findtext("alt-text", "")
    name = unquote(urlsplit(element.get(XLINK_HREF, "")).path).rpartition("/")[2]
    return f'<img src="{escape(name)}" alt="{escape(alternative)}">'


def caption_of(element: _Element) -> str:
    """Return label and caption on one line: `1-кесте. Шөптер.`"""
    parts = (
        *element.iterfind("label"),
        *element.iterfind("caption/title"),
        *element.iterfind("caption/p"),
    )
    return " ".join(filter(None, (inline(part).strip() for part in parts)))


def lang_of(element: _Element) -> str:
    """Return the language as an HTML attribute, or ''."""
    return f' lang="{escape(code)}"' if (code := element.get(XML_LANG)) else ""


def id_of(element: _Element) -> str:
    """Return the id as an HTML attribute, or ''."""
    return f' id="{escape(name)}"' if (name := element.get("id")) else ""

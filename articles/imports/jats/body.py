"""The `body` of a JATS article as our HTML subset."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from urllib.parse import unquote, urlsplit

from lxml.etree import _Element

from articles.imports.jats.back import is_statement
from articles.imports.jats.formulas import formula_in
from articles.imports.jats.notes import footnotes
from articles.imports.xml_texts import BLANKS, XLINK_HREF, XML_LANG, plain
from articles.records.body import UNREADABLE, clean_body
from articles.records.pictures import image_type

INLINE = {"italic": "em", "bold": "strong", "sub": "sub", "sup": "sup"}
SAME = ("table", "thead", "tbody", "tr", "th", "td")
SPANS = ("colspan", "rowspan", "scope")
DEEPEST = 4  # h4
SKIPPED = ("label", "alt-text", "object-id", "title", "supplementary-material", "media")
BLOCKS = (
    "fig", "fig-group", "table-wrap", "table-wrap-group", "disp-quote", "list", "def-list",
    "boxed-text", "verse-group", "preformat", "supplementary-material",
)  # fmt: skip


def body_of(article: _Element) -> str:
    """Return the full text with its appendices and footnotes, cleaned to our subset."""
    parts = [*article.iterfind("body/*"), *appendices(article)]
    text = "".join(block(part, 2) for part in parts)
    items = "".join(f"<li{id_of(note)}>{inside(note)}</li>" for note in footnotes(article))
    notes = f'<section id="footnotes"><ol>{items}</ol></section>' if items and parts else ""
    return clean_body(text + notes)


def appendices(article: _Element) -> Iterator[_Element]:
    """What stands behind the text: appendices, further sections, notes of no known kind."""
    for part in article.iterfind("back/*"):
        if part.tag == "app-group":
            yield from part.iterfind("app")
        elif part.tag in ("app", "sec", "glossary", "notes") and not is_statement(part):
            yield part


def block(element: _Element, level: int) -> str:
    """Return one block; an element without an equivalent gives its content."""
    match element.tag:
        case "sec" | "app" | "notes" | "glossary":
            return section(element, level)
        case "p":
            return paragraph(element, level)
        case "disp-formula":
            return f"<p{id_of(element)}>{piece(element)}</p>"
        case "list":
            name = "ol" if element.get("list-type") == "order" else "ul"
            entries = (
                f"<li{id_of(each)}{lang_of(each)}>{inside(each)}</li>"
                for each in element.iterfind("list-item")
            )
            return f"<{name}{lang_of(element)}>{''.join(entries)}</{name}>"
        case "disp-quote":
            return quotation(element, level)
        case "table-wrap":
            return table(element)
        case "fig" | "graphic":
            return figure(element)
        case tag if tag in SKIPPED or not isinstance(tag, str):
            return ""
    return "".join(block(child, level) for child in element) or f"<p>{inline(element)}</p>"


def section(element: _Element, level: int) -> str:
    """Return a section with its heading: the number as printed, and the title."""
    heading = f"h{min(level, DEEPEST)}"
    title = " ".join(
        filter(None, (inline(each).strip() for each in element if each.tag in ("label", "title")))
    )
    opened = f"<{heading}{id_of(element)}>{title}</{heading}>" if title else ""
    return opened + "".join(block(child, level + 1) for child in element)


def quotation(element: _Element, level: int) -> str:
    """Return a `blockquote`: its heading as a paragraph, and at the end whose words they are."""
    title = " ".join(filter(None, (inline(each).strip() for each in element.iterfind("title"))))
    content = "".join(
        f"<footer>{inline(child).strip()}</footer>"
        if child.tag == "attrib"
        else block(child, level)
        for child in element
    )
    text = f"<p><strong>{title}</strong></p>{content}" if title else content
    text = text or f"<p>{inline(element)}</p>"
    return f"<blockquote{id_of(element)}{lang_of(element)}>{text}</blockquote>"


def paragraph(element: _Element, level: int = 2) -> str:
    """Return a paragraph; one that is a formula takes the id of the formula.

    Tables, figures and quotations inside it become blocks of their own, and end it where they
    stand.
    """
    named = element
    if len(element) == 1 and element[0].tag == "disp-formula" and not element.get("id"):
        named = element[0]
    pieces = [escape_text(element.text)]
    blocks: list[str] = []
    for child in element:
        if child.tag in BLOCKS:
            blocks += [text_block(pieces, named, element), block(child, level)]
            pieces = []
        else:
            pieces.append(piece(child))
        pieces.append(escape_text(child.tail))
    if not blocks:
        return f"<p{id_of(named)}{lang_of(element)}>{''.join(pieces)}</p>"
    return "".join([*blocks, text_block(pieces, None, element)])


def text_block(pieces: list[str], named: _Element | None, element: _Element) -> str:
    """A part of a paragraph; nothing for white space between two blocks."""
    text = "".join(pieces).strip()
    name = id_of(named) if named is not None else ""
    return f"<p{name}{lang_of(element)}>{text}</p>" if text else ""


def inside(element: _Element) -> str:
    """Return the blocks of a list item, a note or a cell; of a single paragraph its text."""
    children = [child for child in element if child.tag not in SKIPPED]
    if len(children) == 1 and is_plain_paragraph(children[0]):
        return inline(children[0])
    return "".join(block(child, DEEPEST) for child in children)


def is_plain_paragraph(element: _Element) -> bool:
    """Whether it is a paragraph of text alone, in the language of what is around it."""
    has_blocks = any(child.tag in BLOCKS for child in element)
    return element.tag == "p" and not lang_of(element) and not has_blocks


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
            return formula_in(element) or formula_picture(element) or content
        case "tex-math":
            return UNREADABLE
        case "styled-content" | "named-content" if language := lang_of(element):
            return f"<span{language}>{content}</span>"
        case tag if tag in INLINE:
            return f"<{INLINE[tag]}>{content}</{INLINE[tag]}>"
    return content


def formula_picture(element: _Element) -> str:
    """The picture of a formula, with its number."""
    images = "".join(map(image, pictures(element)))
    number = plain(element.find("label")).strip("()")
    return images + (f" ({escape(number)})" if images and number else "")


def table(element: _Element) -> str:
    """Return a `table-wrap` with its caption and notes; as a picture if it has no cells."""
    tables = list(element.iter("table"))
    if not tables:
        return figure(element) if next(element.iter("graphic"), None) is not None else ""
    caption = caption_of(element)
    first, *others = tables
    return "".join(
        (
            one_table(first, f"{id_of(element)}{lang_of(element)}", caption),
            *(one_table(each, "", "") for each in others),
            *(block(part, DEEPEST) for part in element.iterfind("table-wrap-foot")),
        )
    )


def one_table(element: _Element, attributes: str, caption: str) -> str:
    opened = f"<caption>{caption}</caption>" if caption else ""
    return f"<table{attributes}>{opened}{''.join(map(cells, element))}</table>"


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
    """Return a `fig`, or a picture alone, with its images and caption; '' without either."""
    images = "".join(map(image, pictures(element)))
    caption = caption_of(element)
    closed = f"<figcaption>{caption}</figcaption>" if caption else ""
    if not images and not closed:
        return ""
    return f"<figure{id_of(element)}{lang_of(element)}>{images}{closed}</figure>"


def pictures(element: _Element) -> Iterator[_Element]:
    """The pictures; of several forms of one, the one that pages can show."""
    for graphic in element.iter("graphic", "inline-graphic"):
        parent = graphic.getparent()
        if parent is None or parent.tag != "alternatives" or graphic is shown_one(parent):
            yield graphic


def shown_one(alternatives: _Element) -> _Element:
    graphics = list(alternatives.iter("graphic", "inline-graphic"))
    return next((each for each in graphics if image_type(file_of(each))), graphics[0])


def image(element: _Element) -> str:
    """Return a `graphic` with its alternative text, by the name of its file."""
    alternative = element.findtext("alt-text", "")
    return f'<img src="{escape(file_of(element))}" alt="{escape(alternative)}">'


def file_of(element: _Element) -> str:
    """The name of a picture's file, without folders."""
    return unquote(urlsplit(element.get(XLINK_HREF, "")).path).rpartition("/")[2]


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

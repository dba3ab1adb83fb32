"""The full text: our HTML subset as blocks of a typeset page, footnotes apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from lxml import html
from lxml.etree import _Element

from articles.exports.typesetting.blocks import (
    Block,
    Equation,
    Figure,
    Heading,
    Listing,
    Paragraph,
    Quotation,
    Run,
    Table,
    text_run,
)
from articles.exports.typesetting.formulas import formula_node
from articles.exports.typesetting.table_width import fitted
from articles.exports.typesetting.tables import cells_of
from articles.records.body import clean_body, plain_body
from articles.records.formula_text import formula_text
from articles.records.mathml import numbered_formula

Part = str | _Element

DEEPEST = 8  # levels of nested blocks; deeper ones are typeset as text
MARKS = {"em": "i", "strong": "b", "sub": "sub", "sup": "sup"}
HEADINGS = {"h2": 2, "h3": 3, "h4": 4}
PARAGRAPHS = ("p", "figcaption", "caption", "footer")
WRAPPERS = ("section", "figure", "thead", "tbody", "tr", "td", "th", "li", "table")
SPACES = re.compile(r"[ \t\r\n]+")
OUTSIDE = ("http://", "https://", "mailto:")


def body_and_notes(text: str) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """Return the blocks of the text and those of its footnotes."""
    if not text.strip():
        return (), ()
    root = html.fragment_fromstring(clean_body(text), create_parent="div")
    notes = [each for each in root.iter("section") if each.get("id") == "footnotes"]
    note_blocks = tuple(block for each in notes for block in blocks(inside(each), 0))
    for each in notes:
        each.clear(keep_tail=True)
    return tuple(blocks(inside(root), 0)), note_blocks


def picture_names(text: str) -> list[str]:
    """Return the file names of the pictures in a text, each once."""
    if "<img" not in text:
        return []
    root = html.fragment_fromstring(clean_body(text), create_parent="div")
    return list(dict.fromkeys(map(picture_of, root.iter("img"))))


def plain_blocks(text: str) -> tuple[Block, ...]:
    """Return the text alone, for a body that cannot be typeset as it is."""
    return tuple(Paragraph((text_run(line),)) for line in plain_body(clean_body(text)).split("\n"))


def blocks(parts: Iterable[Part], depth: int) -> Iterator[Block]:
    """The blocks one after another; text between blocks becomes a paragraph."""
    loose: list[Part] = []
    for part in parts:
        if isinstance(part, str) or not is_block(part):
            loose.append(part)
            continue
        yield from paragraph(loose)
        loose = []
        yield from block(part, depth)
    yield from paragraph(loose)


def is_block(element: _Element) -> bool:
    return element.tag in (*HEADINGS, *PARAGRAPHS, *WRAPPERS, "ul", "ol", "blockquote")


def block(element: _Element, depth: int) -> Iterator[Block]:
    if depth > DEEPEST:
        yield from paragraph([html.tostring(element, method="text", encoding="unicode")])
    elif element.tag in HEADINGS:
        yield Heading(HEADINGS[element.tag], tuple(tidy(runs_of(element))))
    elif element.tag in PARAGRAPHS:
        alone = numbered_formula(element)
        yield from [equation(*alone)] if alone else paragraph(inside(element))
    elif element.tag in ("ul", "ol"):
        yield listing(element, depth)
    elif element.tag == "blockquote":
        yield Quotation(tuple(blocks(inside(element), depth + 1)))
    elif element.tag == "table":
        yield table(element)
    elif element.tag == "figure" and element.find(".//table") is None:
        yield figure(element)
    else:
        yield from blocks(inside(element), depth + 1)


def inside(element: _Element) -> list[Part]:
    parts: list[Part] = [element.text or ""]
    for child in element:
        parts += [child, child.tail or ""]
    return parts


def paragraph(parts: Iterable[Part]) -> Iterator[Block]:
    """A paragraph; pictures alone are a figure, as in a browser."""
    runs = tuple(tidy(run for part in parts for run in runs_of_part(part, (), "")))
    if runs and all(run.picture or run.text == " " for run in runs):
        yield Figure(tuple(run.picture for run in runs if run.picture))
    elif runs:
        yield Paragraph(runs)


def equation(formula: _Element, number: str) -> Equation:
    return Equation(formula_node(formula), formula_text(formula), number)


def listing(element: _Element, depth: int) -> Listing:
    start = element.get("start", "")
    is_number = start.isascii() and start.isdigit() and len(start) < 6
    entries = (tuple(blocks(inside(each), depth + 1)) for each in element)
    return Listing(element.tag == "ol", int(start) if is_number else 1, tuple(entries))


def table(element: _Element) -> Block:
    """Return a table, or its caption if it has no cells."""
    captions = element.findall("caption")[:1]
    caption = tuple(run for each in captions for run in tidy(runs_of(each)))
    cells = cells_of(element, lambda each: tuple(tidy(runs_of(each))))
    columns = max((cell.x + cell.columns for cell in cells), default=0)
    return fitted(Table(columns, cells, caption)) if cells else Paragraph(caption)


def figure(element: _Element) -> Figure:
    """Return a figure with its pictures, and its other text below them."""
    images = list(element.iter("img"))
    caption_runs = (run for run in runs_of(element) if not run.picture)
    alt = "; ".join(filter(None, (each.get("alt", "").strip() for each in images)))
    return Figure(tuple(map(picture_of, images)), tuple(tidy(caption_runs)), alt)


def runs_of(element: _Element, marks: tuple[str, ...] = (), link: str = "") -> Iterator[Run]:
    for part in inside(element):
        yield from runs_of_part(part, marks, link)


def runs_of_part(part: Part, marks: tuple[str, ...], link: str) -> Iterator[Run]:
    if isinstance(part, str):
        yield text_run(part, *marks, link=link)
        return
    if part.tag == "img":
        yield Run(picture=picture_of(part))
        return
    if part.tag == "math":
        yield Run(formula_text(part), formula=formula_node(part))
        return
    mark = MARKS.get(part.tag, "")
    within = (*marks, mark) if mark and mark not in marks else marks
    href = part.get("href", "") if part.tag == "a" else ""
    yield from runs_of(part, within, href if href.startswith(OUTSIDE) else link)
    if is_block(part):
        yield Run(" ")


def tidy(runs: Iterable[Run]) -> Iterator[Run]:
    """Collapse spaces as a browser does: to one, and none at the ends."""
    tidied: list[Run] = []
    for run in runs:
        if run.formula:
            tidied.append(run)
            continue
        text = SPACES.sub(" ", run.text)
        if not tidied or tidied[-1].text.endswith(" "):
            text = text.removeprefix(" ")
        if text or run.picture:
            tidied.append(Run(text, run.marks, run.link, run.picture))
    while tidied and is_blank(tidied[-1]):
        tidied.pop()
    yield from tidied


def is_blank(run: Run) -> bool:
    return not run.picture and not run.formula and not run.text.strip(" ")


def picture_of(element: _Element) -> str:
    """Return the file name of a picture."""
    return unquote(element.get("src", "").rpartition("/")[2])

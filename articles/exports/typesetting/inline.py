"""What stands in a line: text with its marks and links, pictures, formulas, calls of notes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec
from lxml import html
from lxml.etree import _Element

from articles.exports.typesetting.blocks import Run, text_run
from articles.exports.typesetting.formulas import formula_node
from articles.records.formula_text import formula_text
from articles.records.full_text.elements import Part, inside, picture_name

MARKS = {"em": "i", "strong": "b", "sub": "sub", "sup": "sup"}
HEADINGS = {"h2": 2, "h3": 3, "h4": 4}
PARAGRAPHS = ("p", "figcaption", "caption", "footer")
WRAPPERS = ("section", "figure", "thead", "tbody", "tr", "td", "th", "li", "table")
SPACES = re.compile(r"[ \t\r\n]+")
LINKED = ("http://", "https://", "mailto:", "#ref")  # on the page; other places have no label


def is_block(element: _Element) -> bool:
    return element.tag in (*HEADINGS, *PARAGRAPHS, *WRAPPERS, "ul", "ol", "blockquote")


def runs_of(element: _Element, marks: tuple[str, ...] = (), link: str = "") -> Iterator[Run]:
    for part in inside(element):
        yield from runs_of_part(part, marks, link)


def runs_of_part(part: Part, marks: tuple[str, ...], link: str) -> Iterator[Run]:
    if isinstance(part, str):
        yield text_run(part, *marks, link=link)
        return
    if part.tag == "img":
        yield Run(picture=picture_name(part))
        return
    if part.tag == "math":
        yield Run(formula_text(part), formula=formula_node(part))
        return
    if part.get("note"):
        yield Run(text_of(part), note=part.get("note", ""), is_first_call="first" in part.attrib)
        return
    mark = MARKS.get(part.tag, "")
    within = (*marks, mark) if mark and mark not in marks else marks
    href = part.get("href", "") if part.tag == "a" else ""
    yield from runs_of(part, within, href if href.startswith(LINKED) else link)
    if is_block(part):
        yield Run(" ")


def tidy(runs: Iterable[Run]) -> Iterator[Run]:
    """Collapse spaces as a browser does: to one, and none at the ends."""
    tidied: list[Run] = []
    for run in runs:
        if run.formula or run.note:
            tidied.append(run)
            continue
        text = SPACES.sub(" ", run.text)
        if not tidied or tidied[-1].text.endswith(" "):
            text = text.removeprefix(" ")
        if text or run.picture:
            tidied.append(msgspec.structs.replace(run, text=text))
    while tidied and is_blank(tidied[-1]):
        tidied.pop()
    yield from tidied


def is_blank(run: Run) -> bool:
    return not run.picture and not run.formula and not run.note and not run.text.strip(" ")


def text_of(element: _Element) -> str:
    return html.tostring(element, method="text", encoding="unicode", with_tail=False).strip()

"""Paragraph styles of a Word file: heading level, quotation, bold, italic, list."""

from __future__ import annotations

import re

import msgspec
from lxml import etree

from articles.imports.readers.docx_xml import W, is_on, number, value

HEADING = re.compile(r"^(?:heading|заголовок|тақырып)\s*(\d)$", re.IGNORECASE)
# Word and LibreOffice name their own styles in English, whatever the language of the menus.
QUOTE = re.compile(r"(?:intense )?quote|quotations|(?:выделенная )?цитата|дәйексөз")
TITLES = ("title", "название", "заголовок")


class ParagraphStyle(msgspec.Struct, frozen=True):
    """One style, with what it inherits."""

    heading: int = 0
    quoted: bool = False
    bold: bool = False
    italic: bool = False
    list_id: str = ""
    level: int = 0


def read_styles(tree: etree._Element | None) -> dict[str, ParagraphStyle]:
    """Return the styles by id; '' is the default paragraph style."""
    if tree is None:
        return {}
    elements = {each.get(f"{W}styleId") or "": each for each in tree.iter(f"{W}style")}
    styles = {name: _style(name, elements) for name in elements}
    for name, element in elements.items():
        is_paragraph = element.get(f"{W}type") == "paragraph"
        if is_paragraph and element.get(f"{W}default") in ("1", "true"):
            styles[""] = styles[name]
    return styles


def _style(name: str, elements: dict[str, etree._Element]) -> ParagraphStyle:
    """A style with what it inherits from at most ten styles above."""
    style = ParagraphStyle()
    chain: list[etree._Element] = []
    while name in elements and len(chain) < 10 and elements[name] not in chain:
        chain.append(elements[name])
        name = value(elements[name], f"{W}basedOn")
    for element in reversed(chain):
        style = _with(style, element)
    return style


def _with(style: ParagraphStyle, element: etree._Element) -> ParagraphStyle:
    bold, italic = is_on(element, f"{W}rPr/{W}b"), is_on(element, f"{W}rPr/{W}i")
    list_id = value(element, f"{W}pPr/{W}numPr/{W}numId")
    return ParagraphStyle(
        heading=_heading(element) or style.heading,
        quoted=style.quoted or bool(QUOTE.fullmatch(_name(element))),
        bold=style.bold if bold is None else bold,
        italic=style.italic if italic is None else italic,
        list_id=list_id or style.list_id,
        level=number(value(element, f"{W}pPr/{W}numPr/{W}ilvl"), style.level),
    )


def _heading(element: etree._Element) -> int:
    name = _name(element)
    if match := HEADING.match(name):
        return int(match[1]) or 1
    outline = value(element, f"{W}pPr/{W}outlineLvl")
    return 1 if name in TITLES else outline_heading(outline)


def _name(element: etree._Element) -> str:
    return value(element, f"{W}name").lower()


def outline_heading(outline: str) -> int:
    """Return the heading level: outline levels 0 to 8 are 1 to 9, 9 (body text) is 0."""
    level = number(outline, 9)
    return level + 1 if 0 <= level < 9 else 0

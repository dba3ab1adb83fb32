"""One line of a manuscript as HTML: em, strong, sub, sup, and marks of footnote calls."""

from __future__ import annotations

import re
from html import escape
from itertools import pairwise

from lxml import etree

from articles.imports.readers.docx_xml import W, number
from articles.imports.readers.line import Line, Span

TAGS = {"i": "em", "b": "strong", "sup": "sup", "sub": "sub"}
# Around the number of a footnote call in the text of a line: private-use characters.
OPEN, CLOSE = "\ue010", "\ue011"
CALL = re.compile(f"{OPEN}(-?\\d{{1,6}}){CLOSE}")


def mark_calls(block: etree._Element) -> None:
    """Put a mark into the text wherever a footnote is called."""
    for call in block.iter(f"{W}footnoteReference"):
        call.tag = f"{W}t"
        call.text = f"{OPEN}{number(call.get(f'{W}id', '0')[:6])}{CLOSE}"


def without_calls(text: str) -> str:
    """Return the text without marks of footnote calls."""
    return CALL.sub("", text)


def html_of(line: Line, plain: bool = False, start: int = 0) -> str:
    """Return the line from character `start` as HTML; if `plain`, without em, strong, sub, sup."""
    spans = () if plain else tuple(span for span in line.spans if span.style in TAGS)
    edges = sorted({start, len(line.text), *(at for s in spans for at in (s.start, s.end))})
    pieces = []
    for begin, end in pairwise(edges):
        if begin >= start and begin < end <= len(line.text):
            pieces.append(_piece(line.text[begin:end], begin, spans))
    return re.sub(r"</(em|strong|sub|sup)><\1>", "", "".join(pieces)).strip()


def _piece(text: str, begin: int, spans: tuple[Span, ...]) -> str:
    html = escape(text, quote=False)
    if CALL.fullmatch(text.strip()):
        return html  # a footnote call gets its own superscript
    for span in sorted(spans, key=lambda span: span.style, reverse=True):
        if span.start <= begin < span.end and html.strip():
            html = f"<{TAGS[span.style]}>{html}</{TAGS[span.style]}>"
    return html

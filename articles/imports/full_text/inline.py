"""One line of a manuscript as HTML: its print as em, strong, sub and sup, its notes as links."""

from __future__ import annotations

import re
from html import escape
from itertools import pairwise

from lxml import etree

from articles.imports.readers.docx_xml import W, number
from articles.imports.readers.line import Line, Span

TAGS = {"i": "em", "b": "strong", "sup": "sup", "sub": "sub"}
# Where a footnote is called, in the text of a line: signs that no text has.
OPEN, CLOSE = "\ue010", "\ue011"
CALL = re.compile(f"{OPEN}(-?\\d{{1,6}}){CLOSE}")


def mark_calls(block: etree._Element) -> None:
    """Puts a mark into the text wherever a footnote is called."""
    for call in block.iter(f"{W}footnoteReference"):
        call.tag = f"{W}t"
        call.text = f"{OPEN}{number(call.get(f'{W}id', '0')[:6])}{CLOSE}"


def without_calls(text: str) -> str:
    return CALL.sub("", text)


def html_of(line: Line, plain: bool = False, start: int = 0) -> str:
    """From character `start` on; `plain` leaves the print out, as headings want it."""
    spans = () if plain else tuple(span for span in line.spans if span.style in TAGS)
    edges = sorted({start, len(line.text), *(at for s in spans for at in (s.start, s.end))})
    pieces = []
    for begin, end in pairwise(edges):
        if begin >= start and begin < end <= len(line.text):
            pieces.append(_piece(line.text[begin:end], begin, spans))
    return re.sub(r"</(em|strong|sub|sup)><\1>", "", "".join(pieces)).strip()


def _piece(text: str, begin: int, spans: tuple[Span, ...]) -> str:
    written = escape(text, quote=False)
    if CALL.fullmatch(text.strip()):
        return written  # the call is raised by itself
    for span in sorted(spans, key=lambda one: one.style, reverse=True):
        if span.start <= begin < span.end and written.strip():
            written = f"<{TAGS[span.style]}>{written}</{TAGS[span.style]}>"
    return written

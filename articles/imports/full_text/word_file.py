"""The body of a Word file, block by block, in step with the lines that its reader numbered."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

import msgspec
from lxml import etree

from articles.imports.manuscript import Manuscript
from articles.imports.manuscript.lines.repair import repair_line
from articles.imports.readers.docx import NOTES, SEPARATORS, WordReader
from articles.imports.readers.docx_lists import Lists
from articles.imports.readers.docx_package import children_of, open_package, parse_part, read_part
from articles.imports.readers.docx_styles import read_styles
from articles.imports.readers.docx_xml import W
from articles.imports.readers.line import Line
from articles.imports.readers.noise import without_noise

from .headings import Headings
from .inline import CALL, html_of, mark_calls, without_calls
from .pictures import Picture, Pictures
from .tables import table_html

CAPTION = re.compile(r"^(?:\d+-)?\s*(?:кесте|таблица|table)\b", re.IGNORECASE)
LEGEND = re.compile(r"^(?:\d+-)?\s*(?:сурет|рисунок|рис\.|fig(?:ure|\.)|диаграмма)", re.IGNORECASE)
NUMBERED = re.compile(r"^\d{1,3}[.)]?$")
CAPTION_CHARACTERS = 300


class FullText(msgspec.Struct, frozen=True):
    html: str = ""
    pictures: tuple[Picture, ...] = ()


class Block(msgspec.Struct):
    """One block of the text: a heading, a paragraph, an item of a list, a table, a picture."""

    kind: str
    html: str
    text: str = ""
    start: str = ""  # the number of a list's first item


def full_text(data: bytes, manuscript: Manuscript) -> FullText:
    """Nothing where the manuscript has no body."""
    headings = Headings(manuscript)
    if not headings.body:
        return FullText()
    walk = Walk(data, headings)
    blocks = captioned([block for block in walk.blocks() if block.html])
    html = "\n".join(joined(blocks))
    return FullText(walk.with_notes(html), walk.pictures.used())


class Walk:
    """Goes through the file as its reader does, and counts lines as it did."""

    def __init__(self, data: bytes, headings: Headings) -> None:
        self.package = open_package(data)
        self.reader = WordReader(
            read_styles(parse_part(self.package, "word/styles.xml")),
            Lists(parse_part(self.package, "word/numbering.xml")),
        )
        self.pictures = Pictures(self.package)
        self.headings = headings
        self.first, self.last = min(headings.body), max(headings.body)
        self.number = 0

    def blocks(self) -> Iterator[Block]:
        document = read_part(self.package, "word/document.xml")
        for element in children_of(document, f"{W}body"):
            mark_calls(element)
            before = self.number
            if element.tag == f"{W}tbl":
                made = list(self.table(element))
            else:
                made = list(self.paragraphs(self.lines(element)))
            if self.first <= self.number and before < self.last:
                yield from made
                for picture in self.pictures.of(element):
                    yield Block("figure", f'<img src="{picture.name}" alt="">')

    def lines(self, element: etree._Element, kind: str = "text") -> list[Line]:
        """The lines of an element, numbered and repair_line as they were when it was first read."""
        found = []
        for line in self.reader.block(element, kind):  # type: ignore[arg-type]  # text or cell
            if without_calls(line.text).strip():
                self.number += 1
                line = msgspec.structs.replace(without_noise(line), number=self.number)
                found.append(repair_line(line))
        return found

    def table(self, element: etree._Element) -> Iterator[Block]:
        start = self.number
        html = table_html(element, lambda cell: self.lines(cell, "cell"), "")
        if set(range(start + 1, self.number + 1)) & self.headings.body:
            yield Block("table", html)

    def paragraphs(self, lines: list[Line]) -> Iterator[Block]:
        for line in lines:
            if line.number not in self.headings.body:
                continue
            heading, start = self.headings.on(line)
            if heading:
                yield Block("heading", heading)
                yield Block("p", html_of(line, start=start))
            else:
                yield plain(line)

    def with_notes(self, html: str) -> str:
        """Calls of footnotes as links, and the notes that are called at the end."""
        texts = dict(self.notes())
        order = [key for key in dict.fromkeys(CALL.findall(html)) if key in texts]
        numbers = {key: place for place, key in enumerate(order, 1)}
        html = CALL.sub(lambda call: called(numbers.get(call[1])), html)
        if not order:
            return html
        notes = "".join(f'<li id="fn{numbers[key]}">{texts[key]}</li>' for key in order)
        return f'{html}\n<section id="footnotes"><ol>{notes}</ol></section>'

    def notes(self) -> Iterator[tuple[str, str]]:
        tree = parse_part(self.package, NOTES[0])
        for note in tree if tree is not None else ():
            if note.get(f"{W}type") not in SEPARATORS:
                lines = [line for child in note for line in self.reader.block(child, "footnote")]
                yield (
                    note.get(f"{W}id", "")[:6],
                    " ".join(html_of(repair_line(one)) for one in lines),
                )


def called(number: int | None) -> str:
    return f'<sup><a href="#fn{number}">{number}</a></sup>' if number else ""


def plain(line: Line) -> Block:
    html = html_of(line)
    if line.label == "-" or line.text.startswith(("- ", "• ", "– ")):
        return Block("ul", re.sub(r"^[-•–]\s+", "", html))
    if NUMBERED.match(line.label):
        return Block("ol", html, start=line.label.rstrip(".)"))
    return Block("p", f"{line.label} {html}" if line.label else html, line.text)


def captioned(blocks: list[Block]) -> list[Block]:
    """The line above a table is its caption, the line below a picture its legend."""
    made: list[Block] = []
    for block in blocks:
        above = made[-1] if made else Block("", "")
        if block.kind == "table" and is_like(above, CAPTION):
            made.pop()
            caption = f"<table><caption>{above.html}</caption>"
            block.html = block.html.replace("<table>", caption, 1)
        elif is_open(above) and block.kind == "figure":
            above.html += block.html
            continue
        elif is_open(above) and is_like(block, LEGEND):
            above.html += f"<figcaption>{block.html}</figcaption>"
            continue
        made.append(block)
    return made


def is_open(block: Block) -> bool:
    """A figure that still waits for its legend."""
    return block.kind == "figure" and "<figcaption>" not in block.html


def is_like(block: Block, words: re.Pattern[str]) -> bool:
    return (
        block.kind == "p" and len(block.text) < CAPTION_CHARACTERS and bool(words.match(block.text))
    )


def joined(blocks: list[Block]) -> Iterator[str]:
    """Items that follow one another are one list."""
    for kind, run in groupby(blocks, key=lambda block: block.kind):
        members = list(run)
        if kind in ("ul", "ol"):
            start = members[0].start
            number = f' start="{start}"' if start not in ("", "1") else ""
            yield f"<{kind}{number}>{''.join(f'<li>{one.html}</li>' for one in members)}</{kind}>"
        else:
            wrap = {"p": "<p>{}</p>", "figure": "<figure>{}</figure>"}.get(kind, "{}")
            yield from (wrap.format(one.html) for one in members)

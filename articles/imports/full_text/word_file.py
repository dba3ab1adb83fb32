"""The body of a Word file as HTML, block by block, by the line numbers of its reader."""

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

from .formulas import Formulas
from .headings import Headings
from .inline import CALL, html_of, mark_calls, without_calls
from .pictures import Picture, Pictures
from .tables import table_html

CAPTION = re.compile(r"^(?:\d+-)?\s*(?:кесте|таблица|table)\b", re.IGNORECASE)
LEGEND = re.compile(r"^(?:\d+-)?\s*(?:сурет|рисунок|рис\.|fig(?:ure|\.)|диаграмма)", re.IGNORECASE)
NUMBERED = re.compile(r"^\d{1,3}[.)]?$")
CAPTION_CHARACTERS = 300


class FullText(msgspec.Struct, frozen=True):
    """The body as HTML, and the pictures that it names."""

    html: str = ""
    pictures: tuple[Picture, ...] = ()


class Block(msgspec.Struct):
    """One block of the text: a heading, a paragraph, an item of a list, a table, a picture."""

    kind: str
    html: str
    text: str = ""
    start: str = ""  # of the first item of a numbered list


def full_text(data: bytes, manuscript: Manuscript) -> FullText:
    """Return the body of a Word file with its pictures; empty if the manuscript has no body.

    Raises Unreadable for a damaged file.
    """
    headings = Headings(manuscript)
    if not headings.body:
        return FullText()
    reader = BodyReader(data, headings)
    blocks = add_captions([block for block in reader.blocks() if block.html])
    html = "\n".join(join_blocks(blocks))
    return FullText(reader.formulas.insert(reader.add_notes(html)), reader.pictures.used())


class BodyReader:
    """Reads the file once more, with the same line numbers as `readers/docx.py`."""

    def __init__(self, data: bytes, headings: Headings) -> None:
        self.package = open_package(data)
        self.reader = WordReader(
            read_styles(parse_part(self.package, "word/styles.xml")),
            Lists(parse_part(self.package, "word/numbering.xml")),
        )
        self.pictures = Pictures(self.package)
        self.formulas = Formulas(self.pictures)
        self.headings = headings
        self.first, self.last = min(headings.body), max(headings.body)
        self.number = 0

    def blocks(self) -> Iterator[Block]:
        """The blocks between the first and the last line of the body."""
        document = read_part(self.package, "word/document.xml")
        for element in children_of(document, f"{W}body"):
            mark_calls(element)
            self.formulas.mark(element)
            before = self.number
            if element.tag == f"{W}tbl":
                blocks = list(self.table(element))
            else:
                blocks = list(self.paragraphs(self.lines(element)))
            if self.first <= self.number and before < self.last:
                yield from blocks
                for picture in self.pictures.of(element):
                    yield Block("figure", f'<img src="{picture.name}" alt="">')

    def lines(self, element: etree._Element, kind: str = "text") -> list[Line]:
        """Return the lines of an element, numbered and repaired as when it was read first."""
        lines = []
        for line in self.reader.block(element, kind):  # type: ignore[arg-type]  # text or cell
            if self.formulas.plain(without_calls(line.text)).strip():
                self.number += 1
                line = msgspec.structs.replace(without_noise(line), number=self.number)
                lines.append(repair_line(line))
        return lines

    def table(self, element: etree._Element) -> Iterator[Block]:
        """A table, if any of its lines belongs to the body."""
        start = self.number
        html = table_html(element, lambda cell: self.lines(cell, "cell"), "")
        if set(range(start + 1, self.number + 1)) & self.headings.body:
            yield Block("table", html)

    def paragraphs(self, lines: list[Line]) -> Iterator[Block]:
        """The blocks of the lines that belong to the body."""
        for line in lines:
            if line.number not in self.headings.body:
                continue
            plain = self.formulas.plain_line(line)
            heading, start = self.headings.on(plain)
            if heading:
                yield Block("heading", heading)
                yield Block("p", html_of(plain, start=start))
            else:
                yield block_of(line)

    def add_notes(self, html: str) -> str:
        """Turn footnote calls into links, and add the called notes at the end."""
        texts = dict(self.notes())
        order = [key for key in dict.fromkeys(CALL.findall(html)) if key in texts]
        numbers = {key: place for place, key in enumerate(order, 1)}
        html = CALL.sub(lambda call: note_link(numbers.get(call[1])), html)
        if not order:
            return html
        notes = "".join(f'<li id="fn{numbers[key]}">{texts[key]}</li>' for key in order)
        return f'{html}\n<section id="footnotes"><ol>{notes}</ol></section>'

    def notes(self) -> Iterator[tuple[str, str]]:
        """The ids of footnotes with their HTML."""
        tree = parse_part(self.package, NOTES[0])
        for note in tree if tree is not None else ():
            if note.get(f"{W}type") not in SEPARATORS:
                self.formulas.mark(note)
                lines = [line for child in note for line in self.reader.block(child, "footnote")]
                yield (
                    note.get(f"{W}id", "")[:6],
                    " ".join(html_of(repair_line(line)) for line in lines),
                )


def note_link(number: int | None) -> str:
    """Return the link to a footnote, '' for an unknown one."""
    return f'<sup><a href="#fn{number}">{number}</a></sup>' if number else ""


def block_of(line: Line) -> Block:
    """Return a line as a list item, bulleted or numbered, as a quotation or a paragraph."""
    if line.quoted:
        return Block("quotation", html_of(without_style(line)))
    html = html_of(line)
    if line.label == "-" or line.text.startswith(("- ", "• ", "– ")):
        return Block("ul", re.sub(r"^[-•–]\s+", "", html))
    if NUMBERED.match(line.label):
        return Block("ol", html, start=line.label.rstrip(".)"))
    return Block("p", f"{line.label} {html}" if line.label else html, line.text)


def without_style(line: Line) -> Line:
    """A quotation without the bold and italic letters of its whole line, which are its style's."""
    spans = (
        span
        for span in line.spans
        if span.style not in ("b", "i") or (span.start, span.end) != (0, len(line.text))
    )
    return msgspec.structs.replace(line, spans=tuple(spans))


def add_captions(blocks: list[Block]) -> list[Block]:
    """Put the caption above a table and the legend below a picture into its block."""
    result: list[Block] = []
    for block in blocks:
        above = result[-1] if result else Block("", "")
        if block.kind == "table" and begins_with(above, CAPTION):
            result.pop()
            caption = f"<table><caption>{above.html}</caption>"
            block.html = block.html.replace("<table>", caption, 1)
        elif lacks_legend(above) and block.kind == "figure":
            above.html += block.html
            continue
        elif lacks_legend(above) and begins_with(block, LEGEND):
            above.html += f"<figcaption>{block.html}</figcaption>"
            continue
        result.append(block)
    return result


def lacks_legend(block: Block) -> bool:
    """Whether a block is a figure without its legend."""
    return block.kind == "figure" and "<figcaption>" not in block.html


def begins_with(block: Block, words: re.Pattern[str]) -> bool:
    """Whether a block is a short paragraph that begins with one of the words."""
    return (
        block.kind == "p" and len(block.text) < CAPTION_CHARACTERS and bool(words.match(block.text))
    )


def join_blocks(blocks: list[Block]) -> Iterator[str]:
    """The HTML of the blocks; neighbouring list items become one list, quotations one."""
    for kind, run in groupby(blocks, key=lambda block: block.kind):
        members = list(run)
        if kind in ("ul", "ol"):
            start = members[0].start
            number = f' start="{start}"' if start not in ("", "1") else ""
            yield f"<{kind}{number}>{''.join(f'<li>{item.html}</li>' for item in members)}</{kind}>"
        elif kind == "quotation":
            yield f"<blockquote>{''.join(f'<p>{each.html}</p>' for each in members)}</blockquote>"
        else:
            wrap = {"p": "<p>{}</p>", "figure": "<figure>{}</figure>"}.get(kind, "{}")
            yield from (wrap.format(block.html) for block in members)

"""Word files: paragraphs, tables, text boxes and footnotes in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from lxml import etree
from msgspec.structs import replace

from articles.imports.readers.docx_lists import Lists
from articles.imports.readers.docx_package import children_of, open_package, parse_part, read_part
from articles.imports.readers.docx_runs import Run, runs
from articles.imports.readers.docx_styles import ParagraphStyle, outline_heading, read_styles
from articles.imports.readers.docx_xml import MC, W, number, value
from articles.imports.readers.encodings import clean
from articles.imports.readers.line import Kind, Line, join_runs, take_notes

PLAIN = ParagraphStyle()
HEADERS = tuple(f"word/header{number}.xml" for number in (1, 2, 3))
NOTES = ("word/footnotes.xml", "word/endnotes.xml")
SEPARATORS = ("separator", "continuationSeparator", "continuationNotice")


def read(data: bytes) -> Iterator[Line]:
    """Yield each paragraph of a Word file as a line, or as several where the author broke it."""
    package = open_package(data)
    reader = WordReader(
        read_styles(parse_part(package, "word/styles.xml")),
        Lists(parse_part(package, "word/numbering.xml")),
    )
    for block in children_of(read_part(package, "word/document.xml"), f"{W}body"):
        yield from reader.block(block, "text")
    for name in NOTES:
        notes = parse_part(package, name)
        yield from reader.notes(notes) if notes is not None else ()
    for name in HEADERS:
        header = parse_part(package, name)
        yield from reader.block(header, "header") if header is not None else ()


class WordReader:
    """Reads blocks of one file; numbers of lists and table rows are counted through the file."""

    def __init__(self, styles: dict[str, ParagraphStyle], lists: Lists) -> None:
        self.styles, self.lists, self.rows = styles, lists, count(1)

    def block(self, block: etree._Element, kind: Kind) -> Iterator[Line]:
        """The lines of a paragraph, of a table, or of an element that holds them."""
        if block.tag == f"{W}p":
            yield from self.paragraph(block, kind)
        elif block.tag == f"{W}tr":
            yield from self.row(block)
        elif block.tag not in (f"{W}del", f"{W}moveFrom", f"{W}sectPr"):
            for child in block:
                yield from self.block(child, kind)

    def row(self, row: etree._Element) -> Iterator[Line]:
        """The cells of a row; a table inside a cell keeps its own rows."""
        number = next(self.rows)
        for column, cell in enumerate(row.iterchildren(f"{W}tc", f"{W}sdt"), 1):
            for line in self.block(cell, "cell"):
                place = (line.row, line.column) if line.row else (number, column)
                yield replace(line, row=place[0], column=place[1])

    def paragraph(self, paragraph: etree._Element, kind: Kind) -> Iterator[Line]:
        """The lines of one paragraph, then those of the text boxes anchored in it."""
        style = self.style(paragraph)
        pieces = list(runs(paragraph, style))
        label = self.label(paragraph, style) if any(text.strip() for text, _ in pieces) else ""
        for place, broken in enumerate(_broken(pieces)):
            text, spans = join_runs((clean(piece), styles) for piece, styles in broken)
            if text:
                line = Line(
                    text=text,
                    kind=kind,
                    whole=True,
                    gap=place == 0,
                    hard=place > 0,
                    heading=self.heading(paragraph, style),
                    quoted=style.quoted,
                    label="" if place else label,
                    spans=spans,
                )
                yield take_notes(line)
        yield from self.boxes(paragraph)

    def boxes(self, paragraph: etree._Element) -> Iterator[Line]:
        """The lines of text boxes; the fallback copy of each box is skipped."""
        for box in paragraph.iter(f"{W}txbxContent"):
            if not any(above.tag == f"{MC}Fallback" for above in box.iterancestors()):
                for child in box:
                    yield from self.block(child, "box")

    def notes(self, notes: etree._Element) -> Iterator[Line]:
        """The lines of footnotes and endnotes."""
        for note in notes:
            if note.get(f"{W}type") not in SEPARATORS:
                lines = (line for child in note for line in self.block(child, "footnote"))
                for place, line in enumerate(lines):
                    number = ((0, note.get(f"{W}id") or ""),) if place == 0 else ()
                    yield replace(line, notes=(*number, *line.notes))

    def style(self, paragraph: etree._Element) -> ParagraphStyle:
        """Return the style of a paragraph."""
        name = value(paragraph, f"{W}pPr/{W}pStyle")
        return self.styles.get(name) or self.styles.get("") or PLAIN

    def heading(self, paragraph: etree._Element, style: ParagraphStyle) -> int:
        """Return the heading level of a paragraph, 0 for text."""
        own = value(paragraph, f"{W}pPr/{W}outlineLvl")
        return outline_heading(own) or style.heading

    def label(self, paragraph: etree._Element, style: ParagraphStyle) -> str:
        """Return the automatic number of a paragraph, '' without one."""
        own = value(paragraph, f"{W}pPr/{W}numPr/{W}numId")
        level = number(value(paragraph, f"{W}pPr/{W}numPr/{W}ilvl"), style.level)
        return self.lists.label(own or style.list_id, level)


def _broken(pieces: list[Run]) -> Iterator[list[Run]]:
    """The runs between two line breaks."""
    line: list[Run] = []
    for text, styles in pieces:
        first, *others = text.split("\n")
        line.append((first, styles))
        for other in others:
            yield line
            line = [(other, styles)]
    yield line

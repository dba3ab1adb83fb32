"""The HTML of a clipboard read to the blocks of a full text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby

import msgspec
from lxml.etree import _Element

from articles.imports.full_text.headings import heading_level
from articles.imports.full_text.word_file import CAPTION, LEGEND, Block, add_captions, join_blocks
from articles.imports.readers.docx_lists import format_number
from articles.records.body import TAGS, clean_body
from articles.records.body_losses import Loss, LossKind

from .list_items import Item, item_of, lists_html
from .markup import Clipboard, style_of
from .notes import take_notes
from .runs import (
    NO_MARKS,
    PICTURE_TAGS,
    Run,
    element_runs,
    html_of,
    inner_runs,
    is_bold,
    lines_of,
    marks_in,
    plain_text,
)  # fmt: skip
from .tables import strays, table_html

BLOCK_TAGS = {
    "p", "pre", "address", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "menu",
    "table", "blockquote", "div", "section", "article", "main", "header", "footer", "aside", "nav",
    "center", "form", "fieldset", "details", "summary", "figure", "figcaption", "dl", "hr", "body",
    "legend", "li", "caption",
}  # fmt: skip
HEADING = re.compile(r"h([1-6])")
HEADING_CLASS = re.compile(r"\bMso(?:Heading([1-9])|Title)\b")
HEADING_CHARACTERS = 150  # a longer line in bold is a paragraph
NO_HEADING = re.compile(r"[.,;:!?…]$")
LETTERED = {"a": "lowerLetter", "i": "lowerRoman", "A": "upperLetter", "I": "upperRoman"}
LIST_STYLES = {
    "lower-alpha": "a", "lower-latin": "a", "upper-alpha": "A", "upper-latin": "A",
    "lower-roman": "i", "upper-roman": "I",
}  # fmt: skip
ITEM = "item"  # the kind of a block that becomes part of a list


class Pasted(msgspec.Struct, frozen=True):
    """Pasted text as HTML of a full text, and what was left out of it."""

    html: str
    losses: tuple[Loss, ...] = ()


class ItemBlock(Block):
    """An item of a list that Word wrote as paragraphs."""

    item: Item = Item(1, "ul", "")


def read_clipboard(source: str) -> Pasted:
    """Return the text of a clipboard (`text/html`) in our subset. No word of it is lost."""
    clipboard = Clipboard(source)
    notes = take_notes(clipboard)
    reader = ClipboardReader(clipboard)
    html = "\n".join(reader.joined(reader.blocks(clipboard.root)))
    if notes:
        items = (f'<li id="fn{n}">{reader.note(note)}</li>' for n, note in enumerate(notes, 1))
        html = f'{html}\n<section id="footnotes"><ol>{"".join(items)}</ol></section>'
    losses = [Loss(kind, name, n) for (kind, name), n in clipboard.losses.items()]
    return Pasted(clean_body(html), tuple(losses))


class ClipboardReader:
    def __init__(self, clipboard: Clipboard) -> None:
        self.clipboard = clipboard

    def joined(self, blocks: Iterable[Block]) -> Iterator[str]:
        """The HTML of blocks: captions in their tables, items in their lists."""
        yield from join_blocks(add_captions(list(_with_lists(blocks))))

    def blocks(self, element: _Element, marks: frozenset[str] = NO_MARKS) -> Iterator[Block]:
        """The blocks of what an element holds; bare text is a paragraph."""
        bare = [Run(element.text or "", marks)]
        for child in element:
            if _holds_blocks(child):
                yield from self.paragraph(element, bare)
                yield from self.block(child, marks_in(str(child.tag), style_of(child), marks))
                bare = []
            else:
                bare += element_runs(self.clipboard, child, marks)
            bare.append(Run(child.tail or "", marks))
        yield from self.paragraph(element, bare)

    def block(self, element: _Element, marks: frozenset[str]) -> Iterator[Block]:
        """The blocks of a block, by what it is."""
        tag = str(element.tag)
        if tag in ("ul", "ol", "menu"):
            yield from self.list(element)
        elif tag == "table":
            for stray in strays(element):
                yield from self.blocks(stray)
            yield from self.table(element)
        elif tag == "blockquote" and "blockquote" in TAGS:
            inner = "".join(self.joined(self.blocks(element, marks)))
            yield Block("quote", f"<blockquote>{inner}</blockquote>" if inner else "")
        elif tag == "p" and not any(_holds_blocks(child) for child in element):
            runs = list(inner_runs(self.clipboard, element, marks))
            if not plain_text(runs) and not is_in_cell(element) and not has_picture(element):
                self.clipboard.lose(LossKind.EMPTY)
            yield from self.paragraph(element, runs)
        else:
            yield from self.blocks(element, marks)

    def table(self, element: _Element) -> Iterator[Block]:
        """A table; of one without cells the caption alone, as a paragraph."""
        if html := table_html(element, self.cell):
            yield Block("table", html)
        else:
            for caption in element.iterchildren("caption"):
                yield from self.blocks(caption)

    def paragraph(self, element: _Element, runs: list[Run]) -> Iterator[Block]:
        """A paragraph, as a heading, an item of a list, or one paragraph for each of its lines."""
        text = plain_text(runs)
        if not text:
            return
        item = item_of(element, self.clipboard)
        level = self.heading(element, runs, text)
        if level:
            label = f"{item.label} " if item and item.is_numbered else ""
            shown = label + html_of(_on_one_line(runs), without="strong")
            yield Block("heading", f"<h{level}>{shown}</h{level}>", text)
        elif item:
            html = " ".join(filter(None, map(html_of, lines_of(runs))))
            yield ItemBlock(ITEM, html, text, item=msgspec.structs.replace(item, html=html))
        else:
            for line in lines_of(runs):
                yield from _plain_block(line)

    def heading(self, element: _Element, runs: list[Run], text: str) -> int:
        """The level of a heading, 2 to 4; 0 for text."""
        if level := self.marked_level(element):
            return heading_level(text, level)
        if str(element.tag) not in ("p", "div") or len(text) > HEADING_CHARACTERS:
            return 0
        is_caption = CAPTION.match(text) or LEGEND.match(text)
        if not is_bold(runs) or is_caption or NO_HEADING.search(text):
            return 0
        return heading_level(text, 0)

    def marked_level(self, element: _Element) -> int:
        """The level that the program itself gives, from 1 for the highest; 0 for none."""
        style = style_of(element)
        outline = style.get("mso-outline-level", "")
        if outline.isdigit():
            return int(outline)
        if named := HEADING_CLASS.search(element.get("class") or ""):
            return int(named[1] or 1)
        if tag := HEADING.fullmatch(str(element.tag)):
            # The headings of a web page's text begin with 2: 1 is the page's own.
            return int(tag[1]) if self.clipboard.is_office else max(1, int(tag[1]) - 1)
        return 0

    def list(self, element: _Element) -> Iterator[Block]:
        """A list; items numbered by letters become paragraphs with their letters."""
        letter = LIST_STYLES.get(style_of(element).get("list-style-type", ""), element.get("type"))
        items = list(self.items(element))
        if str(element.tag) == "ol" and letter in LETTERED:
            for place, html in enumerate(items, _start(element)):
                yield Block("p", f"{format_number(place, LETTERED[letter])}) {html}")
            return
        tag = "ol" if element.tag == "ol" else "ul"
        start = f' start="{_start(element)}"' if tag == "ol" and _start(element) != 1 else ""
        if items:
            shown = "".join(f"<li>{item}</li>" for item in items)
            yield Block("list", f"<{tag}{start}>{shown}</{tag}>")

    def items(self, element: _Element) -> Iterator[str]:
        """The HTML of the items; a list between two items belongs to the one before it."""
        item = escape((element.text or "").strip(), quote=False)
        for child in element:
            if child.tag == "li":
                yield from filter(None, (item,))
                item = self.cell(child)
            else:
                item += self.inner_list(child)
            item += escape((child.tail or "").strip(), quote=False)
        yield from filter(None, (item,))

    def inner_list(self, element: _Element) -> str:
        if element.tag in ("ul", "ol", "menu"):
            return "".join(self.joined(self.list(element)))
        if _holds_blocks(element):
            return "".join(self.joined(self.block(element, NO_MARKS)))
        return html_of(list(element_runs(self.clipboard, element)))

    def cell(self, element: _Element, without: str = "") -> str:
        """What a cell, a caption or an item holds: one paragraph without its tag, or blocks."""
        blocks = [block for block in self.blocks_of_cell(element, without) if block.html]
        if blocks and blocks[0].kind == "p" and all(block.kind == "list" for block in blocks[1:]):
            return blocks[0].html + "".join(block.html for block in blocks[1:])
        return "".join(self.joined(blocks))

    def blocks_of_cell(self, element: _Element, without: str) -> Iterator[Block]:
        if not any(_holds_blocks(child) for child in element):
            runs = list(inner_runs(self.clipboard, element, NO_MARKS))
            for line in lines_of(runs):
                yield Block("p", html_of(line, without), plain_text(line))
            return
        for block in self.blocks(element):
            yield self.without_heading(block)

    def without_heading(self, block: Block) -> Block:
        """A heading has no place in a cell: its words in bold."""
        if block.kind != "heading":
            return block
        return Block("p", f"<strong>{re.sub('</?h[2-4]>', '', block.html)}</strong>", block.text)

    def note(self, element: _Element) -> str:
        """The paragraphs of a note, one after another."""
        blocks = self.blocks_of_cell(element, "")
        return " ".join(block.html for block in blocks if block.html)


def _holds_blocks(element: _Element) -> bool:
    return isinstance(element.tag, str) and any(each.tag in BLOCK_TAGS for each in element.iter())


def is_in_cell(element: _Element) -> bool:
    return next(element.iterancestors("td", "th"), None) is not None


def has_picture(element: _Element) -> bool:
    return any(each.tag in PICTURE_TAGS for each in element.iter())


def _with_lists(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks with neighbouring items of Word as one list."""
    for is_item, group in groupby(blocks, key=lambda block: isinstance(block, ItemBlock)):
        if is_item:
            items = [block.item for block in group if isinstance(block, ItemBlock)]
            yield from (Block(kind, html) for kind, html in lists_html(items))
        else:
            yield from (block for block in group if block.html)


def _plain_block(line: list[Run]) -> Iterator[Block]:
    """A line as a paragraph, or as an item where a sign of a list is typed before it."""
    text = plain_text(line)
    is_title = is_bold(line) and (CAPTION.match(text) or LEGEND.match(text))
    html = html_of(line, without="strong" if is_title else "")
    if text.startswith(("- ", "• ", "– ", "· ")):
        html = re.sub(r"^((?:<\w+>)*)[-•–·]\s+", r"\1", html)
        yield ItemBlock(ITEM, html, text, item=Item(1, "ul", html))
    elif text:
        yield Block("p", html, text)


def _on_one_line(runs: list[Run]) -> list[Run]:
    return [run for line in lines_of(runs) for run in (*line, Run(" "))]


def _start(element: _Element) -> int:
    start = element.get("start") or "1"
    return int(start) if re.fullmatch(r"\d{1,6}", start) else 1

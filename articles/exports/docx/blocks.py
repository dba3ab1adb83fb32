"""The full text as paragraphs, tables, figures and formulas of a Word file."""

from __future__ import annotations

from collections.abc import Iterable

from articles.exports.docx.document import Document
from articles.exports.docx.formulas import formula
from articles.exports.docx.numbering import BULLETS
from articles.exports.docx.runs import plain_text, tab_run, text_run
from articles.exports.docx.styles import HEADINGS
from articles.exports.docx.tables import table
from articles.exports.docx.xml import element
from articles.exports.typesetting.blocks import (
    Block,
    Equation,
    Figure,
    Heading,
    Listing,
    Paragraph,
    Quotation,
    Table,
)
from articles.records.languages import Language


def add_blocks(
    document: Document, blocks: Iterable[Block], language: Language, style: str = "BodyText"
) -> None:
    for block in blocks:
        add_block(document, block, language, style)


def add_block(document: Document, block: Block, language: Language, style: str) -> None:
    match block:
        case Paragraph():
            document.add(style, block.runs, language)
        case Heading():
            document.add(HEADINGS[block.level], block.runs, language)
        case Table():
            add_table(document, block, language)
        case Figure():
            add_figure(document, block, language)
        case Equation():
            add_equation(document, block, language)
        case Quotation():
            add_blocks(document, block.blocks, language, "Quote")
        case Listing():
            add_list(document, block, language, 0)


def add_table(document: Document, block: Table, language: Language) -> None:
    if block.caption:
        document.add("Caption", block.caption, language)
    elif document.body and document.body[-1].tag.endswith("}tbl"):
        document.add("TableText", (), language)  # or Word would join the two tables
    document.body.append(table(document, block, language))


def add_figure(document: Document, block: Figure, language: Language) -> None:
    alt = block.alt or plain_text(block.caption)
    pictures = [document.picture(name, alt or name, language) for name in block.pictures]
    document.add_elements("Figure", pictures)
    if block.caption:
        document.add("Caption", block.caption, language)


def add_equation(document: Document, block: Equation, language: Language) -> None:
    """A formula in the middle of a line; a number stands at the end of it."""
    made = formula(block.formula)
    if block.number:
        number = text_run(block.number, language)
        document.add_elements("Equation", [tab_run(), made, tab_run(), number])
    else:
        document.add_elements("Equation", [element("m:oMathPara", made)])


def add_list(document: Document, block: Listing, language: Language, level: int) -> None:
    """The entries of a list; a second block of an entry is a paragraph of its own."""
    style = "ListNumber" if block.is_numbered else "ListBullet"
    list_id = document.new_list(block.start) if block.is_numbered else BULLETS
    for entry in block.entries:
        for place, part in enumerate(entry):
            if isinstance(part, Listing):
                add_list(document, part, language, level + 1)
            elif isinstance(part, Paragraph) and not place:
                document.add(style, part.runs, language, list_id, level)
            else:
                add_block(document, part, language, "BodyText")

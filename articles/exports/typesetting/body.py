"""The full text: our HTML subset as blocks of a typeset page, footnotes apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec
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
    Runs,
    Table,
    text_run,
)
from articles.exports.typesetting.formulas import formula_node
from articles.exports.typesetting.inline import (
    HEADINGS,
    PARAGRAPHS,
    is_block,
    runs_of,
    runs_of_part,
    tidy,
)
from articles.exports.typesetting.notes import lines, mark_links, take_notes
from articles.exports.typesetting.table_width import (
    USUAL_ROOMS,
    Rooms,
    fitted_blocks,
    nested_blocks,
)
from articles.exports.typesetting.tables import cells_of
from articles.records.body import clean_body, plain_body
from articles.records.citation_links import link_citations
from articles.records.formula_text import formula_text
from articles.records.full_text.elements import Part, inside, number_in, picture_name
from articles.records.mathml import numbered_formula
from articles.records.record import Reference

DEEPEST = 8  # levels of nested blocks; deeper ones are typeset as text


class Body(msgspec.Struct, frozen=True):
    """The full text as blocks; its notes by the names in the runs that call them."""

    blocks: tuple[Block, ...] = ()
    notes: dict[str, tuple[Runs, ...]] = {}
    uncalled: tuple[Block, ...] = ()  # notes that no place of the text calls


def read_body(text: str, references: Sequence[Reference] = (), rooms: Rooms = USUAL_ROOMS) -> Body:
    """Return the blocks of a text, its citations linked and its tables fitted to the page."""
    if not text.strip():
        return Body()
    linked = link_citations(clean_body(text), references)
    root = html.fragment_fromstring(linked, create_parent="div")
    notes, uncalled = take_notes(root)
    mark_links(root, len(references))
    others = (block for each in uncalled for block in blocks(inside(each), 0))
    return Body(
        blocks=fitted_blocks(blocks(inside(root), 0), rooms),
        notes={name: tuple(lines(blocks(inside(note), 1))) for name, note in notes.items()},
        uncalled=nested_blocks(others, rooms),
    )


def body_and_notes(text: str) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """Return the blocks of a text and those of all its notes, for a file without pages."""
    if not text.strip():
        return (), ()
    root = html.fragment_fromstring(clean_body(text), create_parent="div")
    notes = [each for each in root.iter("section") if each.get("id") == "footnotes"]
    note_blocks = [block for each in notes for block in blocks(inside(each), 0)]
    for each in notes:
        each.clear(keep_tail=True)
    mark_links(root, 0)
    body = fitted_blocks(blocks(inside(root), 0), USUAL_ROOMS)
    return body, fitted_blocks(note_blocks, USUAL_ROOMS)


def picture_names(text: str) -> list[str]:
    """Return the file names of the pictures in a text, each once."""
    if "<img" not in text:
        return []
    root = html.fragment_fromstring(clean_body(text), create_parent="div")
    return list(dict.fromkeys(map(picture_name, root.iter("img"))))


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


def block(element: _Element, depth: int) -> Iterator[Block]:
    if depth > DEEPEST:
        yield from paragraph([html.tostring(element, method="text", encoding="unicode")])
    elif element.tag in HEADINGS:
        runs = tuple(tidy(runs_of(element)))
        yield from [Heading(HEADINGS[element.tag], runs)] if runs else []
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
    start = number_in(element, "start")
    entries = (tuple(blocks(inside(each), depth + 1)) for each in element)
    return Listing(element.tag == "ol", 1 if start is None else start, tuple(entries))


def table(element: _Element) -> Block:
    """Return a table, or its caption if it has no cells."""
    captions = element.findall("caption")[:1]
    caption = tuple(run for each in captions for run in tidy(runs_of(each)))
    cells = cells_of(element, lambda each: tuple(tidy(runs_of(each))))
    columns = max((cell.x + cell.columns for cell in cells), default=0)
    return Table(columns, cells, caption) if cells else Paragraph(caption)


def figure(element: _Element) -> Figure:
    """Return a figure with its pictures, and its other text below them."""
    images = list(element.iter("img"))
    caption_runs = (run for run in runs_of(element) if not run.picture)
    alt = "; ".join(filter(None, (each.get("alt", "").strip() for each in images)))
    return Figure(tuple(map(picture_name, images)), tuple(tidy(caption_runs)), alt)

"""The parts of a typeset page: runs of text, and the blocks that hold them."""

from __future__ import annotations

import re

import msgspec

from articles.exports.typesetting.formulas import Node
from articles.records.cleaning import FORBIDDEN
from articles.records.markup import runs

# A longer word may break anywhere: a page is as wide as it is. An address breaks by itself at its
# signs, and anywhere only in a stretch without any.
UNBROKEN_LETTERS = 40
LONG_WORD = re.compile(rf"(?<!\S)(?!https?://)\S{{{UNBROKEN_LETTERS},}}|\w{{{UNBROKEN_LETTERS},}}")
PIECE = re.compile(r".{1,10}")
MAY_BREAK = "\u200b"


class Run(msgspec.Struct, frozen=True):
    """A stretch of text with its marks, outermost first; a picture or a formula inside a line.

    The text of a formula is what a reader aloud says; that of a call of a note is its sign.
    """

    text: str = ""
    marks: tuple[str, ...] = ()
    link: str = ""
    picture: str = ""
    formula: Node | None = None
    note: str = ""  # the name of the note that is called here
    is_first_call: bool = False


Runs = tuple[Run, ...]


class Paragraph(msgspec.Struct, frozen=True, tag="paragraph"):
    runs: Runs


class Heading(msgspec.Struct, frozen=True, tag="heading"):
    level: int
    runs: Runs


class Cell(msgspec.Struct, frozen=True):
    x: int
    y: int
    columns: int
    rows: int
    is_head: bool
    runs: Runs


class Table(msgspec.Struct, frozen=True, tag="table"):
    columns: int
    cells: tuple[Cell, ...]
    caption: Runs = ()
    size: float = 9  # of its type, in points
    is_wide: bool = False  # across both columns of the page
    is_turned: bool = False  # on a page of its own, wider than high
    is_broken: bool = False  # words break anywhere, since they are wider than their columns


class Figure(msgspec.Struct, frozen=True, tag="figure"):
    pictures: tuple[str, ...]
    caption: Runs = ()
    alt: str = ""  # what the pictures show, for those who do not see them


class Equation(msgspec.Struct, frozen=True, tag="equation"):
    """A formula on a line of its own, with its printed number: `(3)` or ''."""

    formula: Node
    text: str
    number: str = ""


class Listing(msgspec.Struct, frozen=True, tag="list"):
    is_numbered: bool
    start: int
    entries: tuple[tuple[Block, ...], ...]


class Quotation(msgspec.Struct, frozen=True, tag="quotation"):
    blocks: tuple[Block, ...]


Block = Paragraph | Heading | Table | Figure | Equation | Listing | Quotation


def text_run(text: str, *marks: str, link: str = "") -> Run:
    """Return a run of printable text, with possible breaks in words wider than the page."""
    return Run(LONG_WORD.sub(_with_breaks, FORBIDDEN.sub("", text)), marks, link)


def marked_up_runs(text: str) -> Runs:
    """Return the runs of a title or an abstract with `<i> <b> <sub> <sup>`."""
    return tuple(text_run(run.text, *run.marks) for run in runs(text))


def _with_breaks(word: re.Match[str]) -> str:
    return MAY_BREAK.join(PIECE.findall(word[0]))

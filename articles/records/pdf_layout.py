"""How the PDFs of a journal are laid out: paper, margins, type, columns, the order of the parts.

It is data that a chief editor changes, stored as JSON with the journal.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal, get_args

import msgspec

from .base import Value
from .stored import StoredDecoder

Paper = Literal["a4", "b5", "170x240", "a5"]
Font = Literal["libertinus_serif", "liberation_serif", "pt_serif"]
Part = Literal[
    "codes", "header", "translations", "imprint", "body", "statements", "references", "romanized",
    "authors",
]  # fmt: skip
Millimetres = Annotated[int, msgspec.Meta(ge=8, le=60)]

PARTS: tuple[Part, ...] = get_args(Part)  # in the usual order
PAPERS: dict[Paper, tuple[int, int]] = {  # width and height in millimetres
    "a4": (210, 297),
    "b5": (176, 250),
    "170x240": (170, 240),
    "a5": (148, 210),
}
POINTS = 72 / 25.4  # in a millimetre
GUTTER = 6  # between two columns, in millimetres


class PdfLayout(Value, frozen=True, kw_only=True):
    """The layout of an article's PDF, of an author's proof, and of an issue."""

    paper: Paper = "a4"
    top: Millimetres = 24
    bottom: Millimetres = 22
    left: Millimetres = 25
    right: Millimetres = 20
    font: Font = "libertinus_serif"
    size: Annotated[float, msgspec.Meta(ge=8, le=14)] = 11.0  # of the text, in points
    columns: Literal[1, 2] = 1  # of the text; the header has the width of the page
    order: tuple[Part, ...] = PARTS
    logo_height: Annotated[int, msgspec.Meta(ge=0, le=40)] = 16  # millimetres; 0: no logo
    is_coloured: bool = True  # the head in the journal's colours, else black

    @property
    def text_width(self) -> float:
        """The width between the margins, in points."""
        return (PAPERS[self.paper][0] - self.left - self.right) * POINTS

    @property
    def text_height(self) -> float:
        """The height between the margins, in points."""
        return (PAPERS[self.paper][1] - self.top - self.bottom) * POINTS

    @property
    def column_width(self) -> float:
        """The width of a column, in points."""
        return (self.text_width - GUTTER * POINTS * (self.columns - 1)) / self.columns


class PdfDesign(Value, frozen=True, kw_only=True):
    """What the PDFs of a journal look like: the layout, the logo and the colours."""

    layout: PdfLayout = PdfLayout()
    logo: str = ""  # its path in storage; another file has another path
    colour: str = ""  # `#rrggbb` of the journal's name and the title; '' = black
    second_colour: str = ""  # of lines


USUAL_DESIGN = PdfDesign()
_stored = StoredDecoder(PdfLayout)


def load_layout(stored: Any) -> PdfLayout:
    """Return a stored layout; the usual one where another version stored what this cannot read."""
    try:
        return checked(_stored.decode(msgspec.json.encode(stored or {})))
    except msgspec.ValidationError:
        return PdfLayout()


def read_layout(tree: Any) -> PdfLayout:
    """Return a layout from outside; raises msgspec.ValidationError with the place of an error."""
    return checked(msgspec.convert(tree, PdfLayout))


def checked(layout: PdfLayout) -> PdfLayout:
    """Return the layout; raises msgspec.ValidationError if a part is missing or there twice."""
    if sorted(layout.order) != sorted(PARTS):
        raise msgspec.ValidationError("each part has one place - at `$.order`")
    return layout

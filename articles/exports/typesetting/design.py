"""The layout and the look of a journal's PDF, as the templates take them: in points, all named."""

from __future__ import annotations

from pathlib import PurePosixPath

import msgspec

from articles.exports.typesetting.fonts import FAMILIES
from articles.records.pdf_layout import GUTTER, PAPERS, POINTS, PdfDesign

BLACK = "#000000"


class Design(msgspec.Struct, frozen=True):
    """Lengths are points; colours `#rrggbb`."""

    width: float
    height: float
    margins: dict[str, float]
    font: str
    size: float
    columns: int
    gutter: float
    text_width: float
    text_height: float
    column_width: float
    order: tuple[str, ...]
    logo: str  # its name among the pictures, '' for none
    logo_height: float
    colour: str
    second_colour: str


def design_of(design: PdfDesign) -> Design:
    layout = design.layout
    width, height = PAPERS[layout.paper]
    is_coloured = layout.is_coloured
    return Design(
        width=width * POINTS,
        height=height * POINTS,
        margins={
            side: getattr(layout, side) * POINTS for side in ("top", "bottom", "left", "right")
        },
        font=FAMILIES[layout.font],
        size=layout.size,
        columns=layout.columns,
        gutter=GUTTER * POINTS,
        text_width=layout.text_width,
        text_height=layout.text_height,
        column_width=layout.column_width,
        order=layout.order,
        logo=logo_name(design),
        logo_height=layout.logo_height * POINTS,
        colour=(is_coloured and design.colour) or BLACK,
        second_colour=(is_coloured and design.second_colour) or BLACK,
    )


def logo_name(design: PdfDesign) -> str:
    """`/logo.png`; with a slash, since the name of no picture of a text has one."""
    is_printed = design.logo and design.layout.logo_height
    return f"/logo{PurePosixPath(design.logo).suffix.lower()}" if is_printed else ""

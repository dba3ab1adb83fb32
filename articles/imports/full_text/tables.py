"""A table of a Word file as HTML, with spans, head and caption."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import takewhile

import msgspec
from lxml import etree

from articles.imports.readers.docx_xml import W, is_on, number, value
from articles.imports.readers.line import Line

from .inline import html_of

SPAN_MOST = 100
HIDING = {f"{W}{name}" for name in ("tbl", "tr", "del", "moveFrom")}


class Cell(msgspec.Struct):
    """A cell with its HTML and spans."""

    html: str
    columns: int = 1
    rows: int = 1
    is_bold: bool = False


def table_html(
    table: etree._Element, lines_of: Callable[[etree._Element], list[Line]], caption: str
) -> str:
    """Return the table, or '' if it is empty; `lines_of` reads the lines of a cell."""
    rows = list(_rows(table, lines_of))
    if not any(cell.html for _is_head, cells in rows for cell in cells):
        return ""
    heads = 0
    while heads < len(rows) - 1 and rows[heads][0]:
        heads += 1
    if not heads and len(rows) > 1 and all(cell.is_bold for cell in rows[0][1]):
        heads = 1
    parts = [f"<caption>{caption}</caption>"] if caption else []
    if heads:
        parts.append(f"<thead>{''.join(_row(row, 'th') for _, row in rows[:heads])}</thead>")
    parts.append(f"<tbody>{''.join(_row(row, 'td') for _, row in rows[heads:])}</tbody>")
    return f"<table>{''.join(parts)}</table>"


def _rows(
    table: etree._Element, lines_of: Callable[[etree._Element], list[Line]]
) -> Iterator[tuple[bool, list[Cell]]]:
    above: dict[int, Cell] = {}
    for row in filter(lambda row: _is_shown(row, table), table.iter(f"{W}tr")):
        cells: list[Cell] = []
        column = 0
        for cell in row.iterchildren(f"{W}tc", f"{W}sdt"):
            lines = lines_of(cell)
            wide = min(SPAN_MOST, max(1, number(value(cell, f"{W}tcPr/{W}gridSpan"), 1)))
            merge = cell.find(f"{W}tcPr/{W}vMerge")
            is_below = merge is not None and merge.get(f"{W}val") != "restart"
            if is_below and column in above:
                above[column].rows += 1
            else:
                above[column] = _cell(lines, wide)
                cells.append(above[column])
            column += wide
        if cells:
            yield bool(is_on(row, f"{W}trPr/{W}tblHeader")), cells


def _is_shown(row: etree._Element, table: etree._Element) -> bool:
    """Whether a row is neither deleted nor part of a table inside a cell, read with the cell."""
    between = takewhile(lambda above: above is not table, row.iterancestors())
    return not any(above.tag in HIDING for above in between)


def _cell(lines: list[Line], wide: int) -> Cell:
    shown = [html_of(line) for line in lines]
    is_bold = bool(shown) and all(html.startswith("<strong>") for html in shown)
    text = "".join(f"<p>{html}</p>" for html in shown) if len(shown) > 1 else "".join(shown)
    return Cell(text, wide, is_bold=is_bold)


def _row(cells: list[Cell], tag: str) -> str:
    cells_html = []
    for cell in cells:
        spans = f' colspan="{cell.columns}"' if cell.columns > 1 else ""
        spans += f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
        html = cell.html
        if tag == "th":
            html = html.replace("<strong>", "").replace("</strong>", "")
        cells_html.append(f"<{tag}{spans}>{html}</{tag}>")
    return f"<tr>{''.join(cells_html)}</tr>"

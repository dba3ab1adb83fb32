"""A table of the clipboard with spans, head and caption."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from lxml.etree import Element, _Element

from .markup import style_of

PARTS = ("thead", "tbody", "tfoot")
CELLS = ("td", "th")
MOST = 100  # columns or rows that a cell may span
BOLD = re.compile(r"(?:<p>)?<strong>.*</strong>(?:</p>)?")


def table_html(table: _Element, html_of_cell: Callable[[_Element], str]) -> str:
    """The table, '' if nothing is in it."""
    rows = [row for row in _rows(table) if not _is_for_layout(row)]
    cells = [[(cell, html_of_cell(cell)) for cell in row.iterchildren(*CELLS)] for row in rows]
    if not any(html for row in cells for _cell, html in row):
        return ""
    heads = _head_count(rows, cells)
    head = "".join(_row(row, "th") for row in cells[:heads])
    body = "".join(_row(row, "") for row in cells[heads:])
    caption = table.find("caption")
    title = html_of_cell(caption) if caption is not None else ""
    parts = (
        f"<caption>{title}</caption>" if title else "",
        f"<thead>{head}</thead>" if head else "",
        f"<tbody>{body}</tbody>" if body else "",
    )
    return f"<table>{''.join(parts)}</table>"


def strays(table: _Element) -> Iterator[_Element]:
    """What stands in the table but in none of its cells, each in an element of its own."""
    for element in (table, *table.iterchildren(*PARTS), *_rows(table)):
        known = CELLS if element.tag == "tr" else (*PARTS, "tr")
        caption = table.find("caption")
        stray = Element("div")
        stray.text = element.text
        for child in list(element):
            if child.tag in known or child is caption:
                stray.text = f"{stray.text or ''} {child.tail or ''}"
                child.tail = None
            else:
                stray.append(child)
        yield stray


def _rows(table: _Element) -> Iterator[_Element]:
    """The rows of this table, not those of tables inside of its cells."""
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in PARTS:
            yield from child.iterchildren("tr")


def _is_for_layout(row: _Element) -> bool:
    """Word adds a row without height that gives the columns their widths."""
    return row.get("height") == "0" and not "".join(str(text) for text in row.itertext()).strip()


def _head_count(rows: list[_Element], cells: list[list[tuple[_Element, str]]]) -> int:
    """The rows of the head: marked as such, or else a first row all in bold."""
    heads = 0
    while heads < len(rows) - 1 and _is_head(rows[heads]):
        heads += 1
    texts = [html for _cell, html in cells[0] if html]
    if not heads and len(rows) > 1 and texts and all(map(BOLD.fullmatch, texts)):
        return 1
    return heads


def _is_head(row: _Element) -> bool:
    parent = row.getparent()
    is_marked = parent is not None and parent.tag == "thead"
    repeats = "mso-yfti-firstrow" in style_of(row) and row.find("th") is not None
    return is_marked or repeats or (row.find("th") is not None and row.find("td") is None)


def _row(cells: list[tuple[_Element, str]], tag: str) -> str:
    return f"<tr>{''.join(_cell(cell, html, tag or str(cell.tag)) for cell, html in cells)}</tr>"


def _cell(cell: _Element, html: str, tag: str) -> str:
    spans = "".join(
        f' {name}="{number}"'
        for name in ("colspan", "rowspan")
        if (number := _number(cell.get(name))) > 1
    )
    if tag == "th":
        html = re.sub(r"</?strong>", "", html)
    return f"<{tag}{spans}>{html}</{tag}>"


def _number(value: str | None) -> int:
    text = (value or "").strip()
    return min(MOST, int(text)) if re.fullmatch(r"\d{1,6}", text) else 1

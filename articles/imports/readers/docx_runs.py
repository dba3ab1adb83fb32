"""The runs of a Word paragraph: its visible text with styles."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from articles.imports.readers.docx_styles import ParagraphStyle
from articles.imports.readers.docx_xml import MC, M, W, is_on, number, value
from articles.imports.readers.line import Style

SIGNS = {
    f"{W}tab": " ",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
}
NOTE_REFERENCES = (f"{W}footnoteReference", f"{W}endnoteReference")
# Deleted text, field codes, properties; text boxes, which are lines of their own.
SKIPPED = frozenset(
    (
        f"{W}del",
        f"{W}moveFrom",
        f"{W}instrText",
        f"{W}pPr",
        f"{W}rPr",
        f"{MC}Fallback",
        f"{W}txbxContent",
        f"{W}pict",
        f"{W}drawing",
    )
)
Run = tuple[str, frozenset[Style]]


def runs(element: etree._Element, style: ParagraphStyle) -> Iterator[Run]:
    """The runs of a paragraph, in order."""
    for child in element:
        if child.tag in SKIPPED:
            continue
        if child.tag == f"{W}r":
            yield from _run(child, style)
        elif child.tag == f"{M}t":
            yield child.text or "", frozenset()
        else:
            yield from runs(child, style)


def _run(run: etree._Element, style: ParagraphStyle) -> Iterator[Run]:
    properties = run.find(f"{W}rPr")
    if properties is not None and is_on(properties, f"{W}vanish"):
        return
    styles = _styles(properties, style)
    for child in run:
        if child.tag == f"{W}t":
            yield child.text or "", styles
        elif child.tag in NOTE_REFERENCES:
            yield child.get(f"{W}id") or "", frozenset(("note",))
        elif child.tag in SIGNS:
            yield SIGNS[child.tag], styles
        elif child.tag == f"{MC}AlternateContent":
            yield from runs(child, style)


def _styles(properties: etree._Element | None, style: ParagraphStyle) -> frozenset[Style]:
    styles: set[Style] = set()
    bold = italic = None
    if properties is not None:
        bold, italic = is_on(properties, f"{W}b"), is_on(properties, f"{W}i")
        styles |= _vertical_style(properties)
    if style.bold if bold is None else bold:
        styles.add("b")
    if style.italic if italic is None else italic:
        styles.add("i")
    return frozenset(styles)


def _vertical_style(properties: etree._Element) -> set[Style]:
    """Superscript by its name or by a raised position, or subscript."""
    align = value(properties, f"{W}vertAlign")
    raised = number(value(properties, f"{W}position"))
    if align == "superscript" or 2 < raised < 30:
        return {"sup"}
    return {"sub"} if align == "subscript" else set()

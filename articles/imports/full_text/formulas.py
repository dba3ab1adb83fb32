"""The formulas of a Word file: marks in the text while it is read, MathML in the end.

Formulas of an old equation editor are objects with a picture. Where browsers cannot show the
picture, U+FFFC stands in the text, and the check before publication tells of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec
from lxml import etree
from lxml.etree import _Element

from articles.imports.readers.docx_xml import MC, M, W
from articles.imports.readers.line import Line
from articles.records.body import UNREADABLE

from .omml import flat_text, mathml, take_number
from .pictures import Pictures

# Around the number of a formula in the text of a line: private-use characters.
OPEN, CLOSE = "\ue012", "\ue013"
MARK = re.compile(f"{OPEN}(\\d{{1,6}}){CLOSE}")
# A paragraph of a formula alone, with a sign behind it and its number.
ALONE = re.compile(rf"<p>{OPEN}(\d{{1,6}}){CLOSE}\s*([.,;]?)\s*(\([\w.]{{1,8}}\))?\s*[.,;]?</p>")
OLE = "{urn:schemas-microsoft-com:office:office}OLEObject"


class Formulas:
    """The formulas of a file, by the numbers of their marks."""

    def __init__(self, pictures: Pictures) -> None:
        self._pictures = pictures
        self._formulas: list[_Element | str] = []  # one to convert, or HTML
        self._on_own_lines: set[int] = set()

    def mark(self, block: _Element) -> None:
        """Put a mark into the text in the place of each formula."""
        for formula in list(block.iter(f"{M}oMath")):
            above = {str(each.tag) for each in formula.iterancestors()}
            if above.isdisjoint((f"{M}oMath", f"{MC}Fallback")):
                if f"{M}oMathPara" in above:
                    self._on_own_lines.add(len(self._formulas))
                number = take_number(formula)
                _replace(formula, f"{self._mark(formula)} {number}".rstrip())
        for paragraph in list(block.iter(f"{W}p")):
            for equation in list(_equations(paragraph)):
                picture = next(self._pictures.of(equation), None)
                html = f'<img src="{picture.name}" alt="">' if picture else UNREADABLE
                _replace(equation, self._mark(html))

    def plain(self, text: str) -> str:
        """The text with the letters and signs of formulas, as the file was read first."""
        return MARK.sub(lambda mark: self._flat(int(mark[1])), text)

    def plain_line(self, line: Line) -> Line:
        """A line without marks; one that had any loses its styles, whose places have moved."""
        text = self.plain(line.text)
        return line if text == line.text else msgspec.structs.replace(line, text=text, spans=())

    def insert(self, html: str) -> str:
        """The HTML with the formulas in the place of their marks."""
        html = ALONE.sub(self._alone, html)
        return MARK.sub(lambda mark: self._html(int(mark[1])), html)

    def _mark(self, formula: _Element | str) -> str:
        self._formulas.append(formula)
        return f"{OPEN}{len(self._formulas) - 1}{CLOSE}"

    def _flat(self, number: int) -> str:
        formula = self._formulas[number] if number < len(self._formulas) else ""
        return "" if isinstance(formula, str) else flat_text(formula)

    def _html(self, number: int, is_display: bool = False, sign: str = "") -> str:
        formula = self._formulas[number] if number < len(self._formulas) else ""
        if isinstance(formula, str):
            return formula + sign
        return mathml(formula, is_display or number in self._on_own_lines, sign)

    def _alone(self, match: re.Match[str]) -> str:
        number = f" {match[3]}" if match[3] else ""
        return f"<p>{self._html(int(match[1]), is_display=True, sign=match[2])}{number}</p>"


def _equations(paragraph: _Element) -> Iterator[_Element]:
    """The objects of an equation editor among words; alone in a paragraph they are figures."""
    if any((text.text or "").strip() for text in paragraph.iter(f"{W}t")):
        for each in paragraph.iter(f"{W}object"):
            ole = each.find(OLE)
            if ole is not None and (ole.get("ProgID") or "").startswith("Equation"):
                yield each


def _replace(element: _Element, mark: str) -> None:
    """Put a run with a mark where the element stands, in a run of its own if need be."""
    text = etree.Element(f"{W}t")
    text.text = mark
    parent = element.getparent()
    if parent is None:
        return
    if parent.tag != f"{W}r":
        run = etree.Element(f"{W}r")
        run.append(text)
        text = run
    text.tail = element.tail
    parent.replace(element, text)

"""Formulas of Word on the clipboard: OMML written as HTML, with `m:r` for text and no namespace."""

from __future__ import annotations

from lxml import etree, html
from lxml.etree import _Element

from articles.imports.full_text.omml import mathml
from articles.imports.readers.docx_xml import M

# HTML knows no capitals in names; these are the names of OMML that have some.
WITH_CAPITALS = """
oMath oMathPara sSub sSup sSubSup sPre sSubPr sSupPr sSubSupPr sPrePr rPr fPr fName dPr begChr
endChr sepChr degHide radPr naryPr subHide supHide limLow limUpp limLowPr limUppPr limLoc eqArr
eqArrPr mPr mcJc mcPr accPr barPr boxPr borderBox borderBoxPr groupChr groupChrPr phantPr funcPr
ctrlPr argPr oMathParaPr maxDist objDist vertJc baseJc zeroWid
"""
NAMES = {name.lower(): name for name in WITH_CAPITALS.split()}
DEEPEST = 120


def formula_html(markup: str) -> str:
    """The formula as MathML, '' if there is none that can be read."""
    try:
        source = html.fragment_fromstring(markup, create_parent="div")
    except (etree.ParserError, ValueError):
        return ""
    target = etree.Element(f"{M}formula")
    _copy(source, target, 0)
    formulas = list(target.iter(f"{M}oMath"))
    is_display = target.find(f".//{M}oMathPara") is not None
    return "".join(mathml(formula, is_display) for formula in formulas)


def _copy(source: _Element, target: _Element, depth: int) -> None:
    """Copy the elements of OMML; those of HTML between them leave only what they hold."""
    for child in source:
        name = str(child.tag)
        if depth > DEEPEST:
            return
        if name.startswith("m:"):
            _copy_element(child, target, depth)
        elif isinstance(child.tag, str):
            _copy(child, target, depth + 1)


def _copy_element(source: _Element, target: _Element, depth: int) -> None:
    name = str(source.tag).removeprefix("m:")
    copy = etree.SubElement(target, f"{M}{NAMES.get(name, name)}")
    for key, value in source.items():
        copy.set(f"{M}{str(key).removeprefix('m:')}", str(value))
    if name == "r":
        _copy(source, copy, depth + 1)
        words = etree.SubElement(copy, f"{M}t")
        words.text = "".join(str(text) for text in source.itertext())
    else:
        _copy(source, copy, depth + 1)

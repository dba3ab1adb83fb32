"""Formulas in JATS: MathML with the prefix `mml`, inline or on a line of their own."""

from __future__ import annotations

from lxml.etree import _Element

from articles.exports.jats.context import Context
from articles.exports.xml import Xml, tag, text, text_tag
from articles.records.cleaning import FORBIDDEN
from articles.records.mathml import numbered_formula

NAMESPACE = {"xmlns:mml": "http://www.w3.org/1998/Math/MathML"}


def inline_formula(formula: _Element) -> Xml:
    return tag("inline-formula", math(formula))


def display_formula(formula: _Element) -> Xml:
    return tag("disp-formula", math(formula))


def formula_of_paragraph(paragraph: _Element, context: Context) -> Xml | None:
    """A paragraph that is a formula with its number, as one element; None for another."""
    if found := numbered_formula(paragraph):
        formula, number = found
        content = Xml(text_tag("label", number) + math(formula))
        return tag("disp-formula", content, context.id_of(paragraph))
    return None


def math(formula: _Element) -> Xml:
    return tag("mml:math", content_of(formula), {**NAMESPACE, **attributes_of(formula)})


def content_of(element: _Element) -> Xml:
    """What an element holds: text, or elements."""
    parts = [text(FORBIDDEN.sub("", element.text or ""))]
    parts += [tag(f"mml:{each.tag}", content_of(each), attributes_of(each)) for each in element]
    return Xml("".join(parts))


def attributes_of(element: _Element) -> dict[str, str]:
    return {str(name): FORBIDDEN.sub("", str(value)) for name, value in element.items()}

"""Formulas on lines of their own: each can be scrolled by itself on a narrow screen."""

from __future__ import annotations

from lxml.etree import Element, SubElement, _Element

from ..mathml import numbered_formula
from .ids import Ids
from .labels import Labels
from .tree import wrap


def mark_formulas(root: _Element, ids: Ids, labels: Labels) -> None:
    """Wrap each formula with its number; a paragraph with a number has an id to link to."""
    formulas = [each for each in root.iter("math") if each.get("display") == "block"]
    for place, formula in enumerate(formulas, 1):
        parent = formula.getparent()
        if parent is None:
            continue
        alone = numbered_formula(parent) if parent.tag == "p" else None
        number = alone[1] if alone else ""
        if number:
            ids.give(parent, f"eq{number.strip('()')}")
            formula.tail = None
        _wrap(formula, labels.formula % (number or place), number, labels)


def _wrap(formula: _Element, label: str, number: str, labels: Labels) -> None:
    attributes = {"class": "eq", "tabindex": "0", "role": "group", "aria-label": label}
    wrapper = Element("span", attributes)
    wrap(formula, wrapper)
    labels.mark(wrapper)
    if number:
        SubElement(wrapper, "span", {"class": "num"}).text = number

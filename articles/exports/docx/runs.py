"""Runs of text as those of a Word file, each with its language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml.etree import _Element

from articles.exports.docx.xml import element, text_element, value_element
from articles.exports.typesetting.blocks import MAY_BREAK, Run
from articles.records.cleaning import SOFT_HYPHEN
from articles.records.languages import CODES

# Breaks for Typst alone.
BREAKS = dict.fromkeys(map(ord, (MAY_BREAK, SOFT_HYPHEN)))
LOCALES: dict[str, str] = {code: facts.locale for code, facts in CODES.items()}
RAISED = {"sub": "subscript", "sup": "superscript"}


def text_run(text: str, language: str, *marks: str, style: str = "") -> _Element:
    """Return `w:r` in a language or a tag of BCP 47; the marks are those of titles."""
    raised = next((RAISED[mark] for mark in reversed(marks) if mark in RAISED), "")
    properties = element(
        "w:rPr",
        value_element("w:rStyle", style) if style else None,
        element("w:b") if "b" in marks else None,
        element("w:i") if "i" in marks else None,
        value_element("w:vertAlign", raised) if raised else None,
        value_element("w:lang", LOCALES.get(language, language)),
    )
    return element("w:r", properties, text_element("w:t", text.translate(BREAKS)))


def tab_run() -> _Element:
    return element("w:r", element("w:tab"))


def field_runs(instruction: str, shown: str, language: str) -> Iterator[_Element]:
    """A field that Word counts anew, such as the page of a bookmark, with its value until then."""
    yield element("w:r", element("w:fldChar", w_fldCharType="begin"))
    yield element("w:r", text_element("w:instrText", f" {instruction} "))
    yield element("w:r", element("w:fldChar", w_fldCharType="separate"))
    yield text_run(shown, language)
    yield element("w:r", element("w:fldChar", w_fldCharType="end"))


def plain_text(runs: Iterable[Run]) -> str:
    return "".join(run.text for run in runs).translate(BREAKS)

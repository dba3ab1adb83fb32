"""Formulas of a JATS article as MathML in HTML; the cleaner of full texts keeps what is sound."""

from __future__ import annotations

from html import escape

from lxml.etree import _Element

from articles.imports.xml_texts import plain

PREFIX = "{http://www.w3.org/1998/Math/MathML}"


def is_source_alone(element: _Element) -> bool:
    """Whether a formula is given in the language of a typesetting program and in no other way."""
    others = ("graphic", "inline-graphic", f"{PREFIX}math")
    return (
        next(element.iter("tex-math"), None) is not None
        and next(element.iter(*others), None) is None
    )


def formula_in(element: _Element) -> str:
    """Return the MathML of a formula with its number; '' without any."""
    math = next(element.iter(f"{PREFIX}math"), None)
    if math is None:
        return ""
    if element.tag == "disp-formula":
        math.set("display", "block")
    number = plain(element.find("label")).strip("()")
    return math_html(math) + (f" ({escape(number)})" if number else "")


def math_html(element: _Element) -> str:
    """Return an element of MathML with all that it holds, without its prefix."""
    name = str(element.tag).removeprefix(PREFIX)
    names = (str(key) for key in element.keys() if key[0] != "{")  # noqa: SIM118  # no dict
    attributes = "".join(f' {key}="{escape(element.get(key, ""))}"' for key in names)
    parts = [escape(element.text or "", quote=False)]
    for child in element:
        if isinstance(child.tag, str) and child.tag.startswith(PREFIX):
            parts.append(math_html(child))
        parts.append(escape(child.tail or "", quote=False))
    return f"<{name}{attributes}>{''.join(parts)}</{name}>"

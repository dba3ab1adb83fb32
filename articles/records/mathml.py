"""Formulas of a full text: a subset of presentation MathML.

Elements of text (`mi mn mo ms mtext`) hold text only; all others hold elements. Links, styles,
scripts, annotations and HTML have no place in a formula. An element in the wrong place, or with
the wrong number of parts, becomes a plain row (`mrow`), so that no part of a formula is lost.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import escape

from lxml import html as lxml_html
from lxml.etree import _Element

TEXTS = {"mi", "mn", "mo", "ms", "mtext"}
ROWS = {"mrow", "mstyle", "msqrt", "mpadded", "mphantom", "menclose"}
PART_COUNTS = {
    "mfrac": 2, "mroot": 2, "msub": 2, "msup": 2, "munder": 2, "mover": 2,
    "msubsup": 3, "munderover": 3,
}  # fmt: skip
REWRITTEN = {"mfenced", "merror", "maction", "semantics", "none"}
MATH_TAGS = {
    "math", *TEXTS, *ROWS, *PART_COUNTS, *REWRITTEN,
    "mspace", "mtable", "mtr", "mtd", "mmultiscripts", "mprescripts",
}  # fmt: skip
# Left out with all that they hold: the formula again, in another language.
ANNOTATIONS = {"annotation", "annotation-xml"}

TRUTH = "true|false"
LENGTH = r"0|-?(?:\d{1,3}(?:\.\d{1,4})?|\.\d{1,4})(?:em|ex|px|pt|%)"
LETTERS = (
    "normal|bold|italic|bold-italic|double-struck|script|bold-script|fraktur|bold-fraktur"
    "|sans-serif|monospace"
)
ALIGNMENT = "(?:left|center|right)"
# Attributes by element, each with the pattern of its values.
ATTRIBUTES: dict[str, dict[str, str]] = {
    "math": {"display": "block|inline", "dir": "ltr|rtl", "alttext": r"(?s:.{1,2000})"},
    "mi": {"mathvariant": LETTERS},
    "mn": {"mathvariant": LETTERS},
    "mtext": {"mathvariant": LETTERS},
    "mo": {
        "mathvariant": LETTERS, "form": "prefix|infix|postfix",
        "stretchy": TRUTH, "fence": TRUTH, "separator": TRUTH, "largeop": TRUTH,
        "movablelimits": TRUTH, "symmetric": TRUTH, "accent": TRUTH,
        "lspace": LENGTH, "rspace": LENGTH, "minsize": LENGTH, "maxsize": LENGTH,
    },
    "mfrac": {"linethickness": LENGTH},
    "mspace": {"width": LENGTH},
    "mover": {"accent": TRUTH},
    "munder": {"accentunder": TRUTH},
    "munderover": {"accent": TRUTH, "accentunder": TRUTH},
    "mstyle": {"displaystyle": TRUTH, "scriptlevel": r"[+-]?\d"},
    "mtable": {"columnalign": f"{ALIGNMENT}(?: {ALIGNMENT}){{0,30}}"},
    "menclose": {"notation": r"[a-z]{1,30}(?: [a-z]{1,30}){0,15}"},
    "mtd": {"columnspan": r"[1-9]\d?", "rowspan": r"[1-9]\d?"},
}  # fmt: skip
# What a first cleaner has to let through for this module to look at.
MATH_ATTRIBUTES = {
    **{name: set(patterns) for name, patterns in ATTRIBUTES.items()},
    "mfenced": {"open", "close", "separators"},
}

DEEPEST = 40  # levels; what lies deeper becomes text
PRESCRIPTS = "<mprescripts></mprescripts>"
MATH_TAG = re.compile(r"<(/?)math\b[^>]*>", re.IGNORECASE)
NUMBER = re.compile(r"(?:\([\w.]{1,8}\))?")
BLANKS = re.compile(r"[ \t\r\n]+")


def replace_formulas(html: str, write: Callable[[_Element], str]) -> str:
    """Return HTML with what `write` makes of each formula in its place."""
    parts: list[str] = []
    end = 0
    for start, stop in _formula_places(html):
        parts += [html[end:start], write(lxml_html.fragment_fromstring(html[start:stop]))]
        end = stop
    return "".join([*parts, html[end:]])


def numbered_formula(paragraph: _Element) -> tuple[_Element, str] | None:
    """The formula of a paragraph that holds nothing else, and its number: `(3)` or ''."""
    formula = paragraph[0] if len(paragraph) == 1 else None
    if formula is None or formula.get("display") != "block" or (paragraph.text or "").strip():
        return None
    number = (formula.tail or "").strip()
    return (formula, number) if NUMBER.fullmatch(number) else None


def clean_formula(math: _Element) -> str:
    """Return a formula in our subset, '' if nothing is in it."""
    content = "".join(_parts(math, 1))
    return _element("math", math, content) if content else ""


def _formula_places(html: str) -> Iterator[tuple[int, int]]:
    """Where each formula begins and ends; a formula inside another is a part of it."""
    start, depth = 0, 0
    for tag in MATH_TAG.finditer(html):
        if not tag[1]:
            start = start if depth else tag.start()
            depth += 1
        elif depth:
            depth -= 1
            if not depth:
                yield start, tag.end()


def _parts(element: _Element, depth: int) -> list[str]:
    """What an element of elements holds; bare text in it becomes an `mtext`."""
    parts = [_bare_text(element.text)]
    for child in element:
        parts += [_part(child, depth), _bare_text(child.tail)]
    return [part for part in parts if part]


def _part(element: _Element, depth: int) -> str:
    """One part of a formula in our subset; '' for one that stands for nothing."""
    name = element.tag
    if not isinstance(name, str) or name in ANNOTATIONS:
        return ""
    if name in TEXTS:
        return _element(name, element, _escape(_text(element)))
    if name == "mspace" or (name == "mprescripts" and _is_in(element, "mmultiscripts")):
        return _element(name, element, "")
    if name not in MATH_TAGS or depth > DEEPEST:
        return _bare_text(_text(element))
    if name == "mtable":
        return _table(element, depth + 1)
    parts = _parts(element, depth + 1)
    if name == "mfenced":
        return _fenced(element, parts)
    if _is_whole(name, parts) and not _has_other_notation(element):
        return _element(name, element, "".join(parts))
    return _row(parts)


def _is_whole(name: str, parts: list[str]) -> bool:
    """Whether an element has as many parts as it needs."""
    if name == "mmultiscripts":  # the base, pairs of scripts behind it, pairs before it
        at = parts.index(PRESCRIPTS) if PRESCRIPTS in parts else len(parts)
        return at % 2 == 1 and len(parts[at + 1 :]) % 2 == 0 and parts.count(PRESCRIPTS) < 2
    return name in ROWS or len(parts) == PART_COUNTS.get(name)


def _has_other_notation(element: _Element) -> bool:
    """Whether `menclose` has a notation outside our subset; without any it draws another one."""
    notation = element.get("notation")
    pattern = ATTRIBUTES["menclose"]["notation"]
    return notation is not None and re.fullmatch(pattern, notation) is None


def _row(parts: list[str]) -> str:
    """Parts in a row; a single part needs none."""
    content = "".join(part for part in parts if part != PRESCRIPTS)
    return content if len(parts) == 1 else f"<mrow>{content}</mrow>"


def _fenced(element: _Element, parts: list[str]) -> str:
    """Brackets with their content, an element that browsers no longer draw, as a row."""
    separators = element.get("separators", ",").replace(" ", "")
    row = [_sign(element.get("open", "("))]
    for place, part in enumerate(parts):
        row += [_sign(separators[min(place, len(separators)) - 1 :][:1]) if place else "", part]
    return _row([*row, _sign(element.get("close", ")"))])


def _sign(operator: str) -> str:
    return f"<mo>{_escape(operator)}</mo>" if operator else ""


def _table(table: _Element, depth: int) -> str:
    """Rows of cells; what is no row becomes a row of one cell."""
    rows = (list(row) if row.tag == "mtr" else [row] for row in table)
    content = (f"<mtr>{''.join(_cell(each, depth) for each in row)}</mtr>" for row in rows)
    return _element("mtable", table, "".join(content)) if len(table) else ""


def _cell(element: _Element, depth: int) -> str:
    parts = _parts(element, depth) if element.tag == "mtd" else [_part(element, depth)]
    return _element("mtd", element, "".join(parts))


def _is_in(element: _Element, name: str) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag == name


def _bare_text(text: str | None) -> str:
    text = BLANKS.sub(" ", text or "").strip(" ")
    return f"<mtext>{_escape(text)}</mtext>" if text else ""


def _text(element: _Element) -> str:
    return BLANKS.sub(" ", "".join(str(text) for text in element.itertext()))


def _element(name: str, source: _Element, content: str) -> str:
    """An element with those attributes of its source that the subset has."""
    patterns = ATTRIBUTES.get(name, {})
    values = {str(key): str(value) for key, value in source.items()}
    attributes = "".join(
        f' {key}="{_escape(value, quotes=True)}"'
        for key, value in values.items()
        if key in patterns and re.fullmatch(patterns[key], value)
    )
    return f"<{name}{attributes}>{content}</{name}>"


def _escape(value: str, quotes: bool = False) -> str:
    """Text, or the value of an attribute, as nh3 writes it: what is clean must not change."""
    value = escape(value, quote=False).replace("\xa0", "&nbsp;")
    return value.replace('"', "&quot;") if quotes else value

"""A formula in one line of text: for search, plain-text formats, and readers without MathML."""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml.etree import _Element

from .markup import LOWERED, RAISED
from .mathml import ANNOTATIONS, BLANKS, TEXTS

# Signs above a letter, as the characters that combine with the letter before them.
ACCENTS = dict(
    zip(
        "¯‾\u0304\u0305^ˆ\u0302~˜\u0303→\u20d7˙\u0307¨\u0308",
        "\u0304\u0304\u0304\u0304\u0302\u0302\u0302\u0303\u0303\u0303\u20d7\u20d7\u0307\u0307\u0308\u0308",
        strict=True,
    )
)
RELATIONS = frozenset("=<>≤≥≠≈≡∼≅∝→⟶←⇄⇌⇒⇔∈∉⊂⊆")
INVISIBLE = dict.fromkeys(map(ord, "\u2061\u2062\u2063\u2064"))
SINGLE = re.compile(r"\w*(?:[.,]\d+)?[\u0300-\u036f\u20d7%′″]*")
DEEPEST = 60  # levels; the cleaner lets 40 through


def formula_text(math: _Element) -> str:
    """Return a formula as text: `(a+b)/2`, `x²`, `√(1−r)`."""
    return BLANKS.sub(" ", _text(math, 0)).strip(" ")


def _text(element: _Element, depth: int) -> str:
    name = element.tag
    if not isinstance(name, str) or name in ANNOTATIONS:
        return ""
    if name == "mspace":
        return " "
    if name in TEXTS or depth > DEEPEST:
        text = "".join(str(part) for part in element.itertext()).translate(INVISIBLE)
        return f" {text} " if name == "mo" and text.strip() in RELATIONS else text
    parts = [_text(child, depth + 1) for child in element]
    if write := WRITERS.get(len(parts), {}).get(name):
        return write(*parts)
    if name == "mmultiscripts":
        return _scripts([child.tag for child in element], parts)
    content = SEPARATORS.get(name, "").join([*filter(str.strip, [element.text or ""]), *parts])
    return f"√{_group(content)}" if name == "msqrt" else content


def _fraction(above: str, below: str) -> str:
    return f"{_group(above)}/{_group(below)}"


def _root(content: str, index: str) -> str:
    return f"{_in_signs(index, RAISED, '')}√{_group(content)}"


def _lowered(base: str, index: str) -> str:
    return base + _in_signs(index, LOWERED, "_")


def _raised(base: str, index: str) -> str:
    return base + _in_signs(index, RAISED, "^")


def _both(base: str, low: str, high: str) -> str:
    return _raised(_lowered(base, low), high)


def _over(base: str, sign: str) -> str:
    accent = ACCENTS.get(sign.strip())
    return base.strip() + accent if accent and base.strip() else _raised(base, sign)


def _scripts(names: list[object], parts: list[str]) -> str:
    """Scripts before the base, the base, scripts behind it: ¹⁴₆C."""
    at = names.index("mprescripts") if "mprescripts" in names else len(parts)
    before, behind = parts[at + 1 :], parts[1:at]
    return _pairs(before) + "".join(parts[:1]) + _pairs(behind)


def _pairs(scripts: list[str]) -> str:
    lows, highs = scripts[::2], scripts[1::2]
    return "".join(_both("", low, high) for low, high in zip(lows, highs, strict=False))


def _in_signs(text: str, signs: dict[str, str], mark: str) -> str:
    """Text in raised or lowered characters, if all of it has them; else behind a mark."""
    text = text.strip()
    if all(sign in signs for sign in text):
        return "".join(signs[sign] for sign in text)
    return f"{mark}{_group(text)}"


def _group(text: str) -> str:
    """In brackets, unless it is a single number or word."""
    text = text.strip()
    return text if SINGLE.fullmatch(text) else f"({text})"


SEPARATORS = {"mtable": "; ", "mtr": ", "}
# How the parts of an element are written, by how many they are.
WRITERS: dict[int, dict[str, Callable[..., str]]] = {
    2: {"mfrac": _fraction, "mroot": _root, "msub": _lowered, "msup": _raised,
        "munder": _lowered, "mover": _over},
    3: {"msubsup": _both, "munderover": _both},
}  # fmt: skip

"""Formulas of a full text: presentation MathML as a tree that the template sets with Typst.

The template calls Typst's own functions of mathematics with the parts of a node; no text of a
formula is ever read as Typst's markup.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import msgspec
from lxml.etree import _Element

from articles.records.formula_text import ACCENTS, INVISIBLE
from articles.records.mathml import ANNOTATIONS, BLANKS

DEEPEST = 18  # levels; Typst calls functions only so deep. What lies deeper is typeset as text
ROWS = ("math", "mrow", "mstyle", "mpadded", "mtd", "merror", "maction", "semantics")
OPENING, CLOSING, SAME = "([{⟨⌈⌊", ")]}⟩⌉⌋", "|‖"
LARGE = frozenset("∑∏∐⋃⋂⨁⨂⋁⋀")
FUNCTIONS = frozenset((
    "arccos", "arccosec", "arcctg", "arccot", "arcsin", "arctan", "arctg", "arg", "ch", "const",
    "cos", "cosec", "cosh", "cot", "coth", "csc", "ctg", "deg", "det", "dim", "div", "exp", "gcd",
    "grad", "hom", "inf", "ker", "lg", "lim", "liminf", "limsup", "ln", "log", "max", "min", "mod",
    "Pr", "rot", "sec", "sgn", "sh", "sin", "sinh", "sup", "tan", "tanh", "tg", "th",
))  # fmt: skip
WITH_LIMITS = frozenset(
    ("det", "gcd", "inf", "lim", "liminf", "limsup", "max", "min", "Pr", "sup")
)  # fmt: skip
LINES = {("mover", "¯"): "overline", ("mover", "‾"): "overline", ("mover", "⏞"): "overbrace",
         ("munder", "_"): "underline", ("munder", "⏟"): "underbrace"}  # fmt: skip


class Node(msgspec.Struct, frozen=True, omit_defaults=True):
    """A part of a formula: its kind, and its text or its parts."""

    kind: str
    text: str = ""
    parts: tuple[Node, ...] = ()
    style: str = ""  # `mathvariant` of a letter, alignment of a table


NOTHING = Node("row")


def formula_node(math: _Element) -> Node:
    """Return a formula as a tree."""
    return _node(math, 0)


def unknown_elements(node: Node) -> Iterator[str]:
    """The names of elements of which only the text is typeset."""
    if node.kind == "unknown":
        yield node.style
    for part in node.parts:
        yield from unknown_elements(part)


def lost_notations(node: Node) -> Iterator[str]:
    """What `menclose` draws around or across a part of the formula, and the template does not."""
    if node.kind == "enclosed":
        yield from node.style.split()
    for part in node.parts:
        yield from lost_notations(part)


def _node(element: _Element, depth: int) -> Node:
    name = str(element.tag)
    if depth > DEEPEST:
        return Node("unknown", _text(element), style=name)
    if name in TEXTS:
        return TEXTS[name](_text(element), element.get("mathvariant", ""))
    if name == "mspace":
        return Node("space")
    parts = [_node(each, depth + 1) for each in _elements(element)]
    if name == "mmultiscripts":
        return _multiscripts([str(each.tag) for each in _elements(element)], parts)
    if name in ROWS:
        return _row(parts)
    if name in ("mover", "munder") and len(parts) == 2:
        return _over_or_under(name, *parts)
    if name in WRITERS and WRITERS[name][0] in (0, len(parts)):
        return WRITERS[name][1](element, parts)
    return Node("unknown", _text(element), style=name)


def _elements(element: _Element) -> list[_Element]:
    return [each for each in element if isinstance(each.tag, str) and each.tag not in ANNOTATIONS]


def _text(element: _Element) -> str:
    text = "".join(str(part) for part in element.itertext()).translate(INVISIBLE)
    return BLANKS.sub(" ", text)


def _identifier(text: str, style: str) -> Node:
    text = text.strip()
    if text in FUNCTIONS:
        return Node("limit" if text in WITH_LIMITS else "function", text)
    return Node("letter" if len(text) == 1 else "word", text, style=style)


def _operator(text: str, style: str) -> Node:
    text = text.strip()
    if text in FUNCTIONS:
        return _identifier(text, style)
    return Node("sign" if len(text) == 1 else "word", text)


def _number(text: str, style: str) -> Node:
    return Node("word", text.strip(), style=style)


def _words(text: str, style: str) -> Node:
    return Node("text", text, style=style)


def _row(parts: Sequence[Node]) -> Node:
    """A row, in which brackets grow with what is between them."""
    parts = [part for part in parts if part.text or part.parts or part.kind == "space"]
    if len(parts) == 1:
        return parts[0]
    return Node("row", parts=tuple(_fenced(parts)))


def _fenced(parts: list[Node]) -> Iterator[Node]:
    place = 0
    while place < len(parts):
        end = _closing(parts, place)
        inside = parts[place + 1 : end] if end else []
        if end and inside:
            row = (parts[place], *_fenced(inside), *parts[end : end + 1])
            yield Node("fenced", parts=row)
            place = end + 1
        else:
            yield parts[place]
            place += 1


def _closing(parts: list[Node], place: int) -> int:
    """Where the bracket at a place is closed; the end where one before a table never is; or 0."""
    sign = parts[place].text if parts[place].kind == "sign" else ""
    if sign and sign in SAME:
        is_opening = place == 0 or parts[place - 1].kind == "sign"
        later = (end for end in range(place + 2, len(parts)) if parts[end] == parts[place])
        return next(later, 0) if is_opening else 0
    if not sign or sign not in OPENING:
        return 0
    depth = 0
    for end in range(place, len(parts)):
        is_sign = parts[end].kind == "sign" and len(parts[end].text) == 1
        depth += is_sign and parts[end].text in OPENING
        depth -= is_sign and parts[end].text in CLOSING
        if not depth:
            return end
    return len(parts) if parts[place + 1 :] and parts[place + 1].kind == "table" else 0


def _over_or_under(name: str, base: Node, sign: Node) -> Node:
    mark = sign.text.strip() if sign.kind in ("sign", "word", "text") else ""
    if (name, mark) in LINES:
        return Node("line", LINES[name, mark], (base,))
    if name == "mover" and mark in ACCENTS:
        return Node("accent", ACCENTS[mark], (base,))
    scripts = (NOTHING, sign) if name == "mover" else (sign, NOTHING)
    return _limits(base, *scripts)


def _limits(base: Node, below: Node, above: Node) -> Node:
    """Above and below the base; Typst itself places those of a sum or of lim."""
    places_itself = base.kind == "limit" or (base.kind == "sign" and base.text in LARGE)
    return Node("scripts" if places_itself else "limits", parts=(base, below, above))


def _enclosed(element: _Element, parts: Sequence[Node]) -> Node:
    """Lines above and below and a root are drawn; of other notations, the content alone is."""
    notations = element.get("notation", "longdiv").split()
    node = _row(parts)
    for notation in notations:
        node = NOTATIONS[notation](node) if notation in NOTATIONS else node
    lost = " ".join(name for name in notations if name not in NOTATIONS)
    return Node("enclosed", parts=(node,), style=lost) if lost else node


def _multiscripts(names: list[str], parts: list[Node]) -> Node:
    """Scripts behind the base, then those before it."""
    at = names.index("mprescripts") if "mprescripts" in names else len(parts)
    behind, before = parts[1:at], parts[at + 1 :]
    sides = (behind[::2], behind[1::2], before[::2], before[1::2])
    return Node("scripts", parts=(parts[0] if parts else NOTHING, *map(_row, sides)))


def _table(element: _Element, rows: Sequence[Node]) -> Node:
    alignment = "left" if element.get("columnalign", "").startswith("left") else ""
    return Node("table", parts=tuple(rows), style=alignment)


TEXTS: dict[str, Callable[[str, str], Node]] = {
    "mi": _identifier, "mn": _number, "mo": _operator, "mtext": _words, "ms": _words,
    "none": lambda _text, _style: NOTHING, "mprescripts": lambda _text, _style: NOTHING,
}  # fmt: skip
NOTATIONS: dict[str, Callable[[Node], Node]] = {
    "top": lambda inside: Node("line", "overline", (inside,)),
    "bottom": lambda inside: Node("line", "underline", (inside,)),
    "radical": lambda inside: Node("root", parts=(inside,)),
}
# How an element is written, and how many parts it must have (0: any number).
WRITERS: dict[str, tuple[int, Callable[[_Element, list[Node]], Node]]] = {
    "mfrac": (2, lambda element, parts: Node(
        "stack" if element.get("linethickness", "").startswith("0") else "fraction",
        parts=tuple(parts))),
    "msqrt": (0, lambda _element, parts: Node("root", parts=(_row(parts),))),
    "mroot": (2, lambda _element, parts: Node("root", parts=tuple(parts))),
    "msub": (2, lambda _element, parts: Node("scripts", parts=tuple(parts))),
    "msup": (2, lambda _element, parts: Node("scripts", parts=(parts[0], NOTHING, parts[1]))),
    "msubsup": (3, lambda _element, parts: Node("scripts", parts=tuple(parts))),
    "munderover": (3, lambda _element, parts: _limits(*parts)),
    "menclose": (0, _enclosed),
    "mphantom": (0, lambda _element, parts: Node("hidden", parts=(_row(parts),))),
    "mfenced": (0, lambda element, parts: _row([
        Node("sign", element.get("open", "(")), *parts, Node("sign", element.get("close", ")"))])),
    "mtable": (0, _table),
    "mtr": (0, lambda _element, parts: Node("cells", parts=tuple(parts))),
}  # fmt: skip

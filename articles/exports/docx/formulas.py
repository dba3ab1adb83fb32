"""Formulas as OMML (ECMA-376 part 1, 22.1), which Word edits, made from trees of `Node`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from lxml.etree import _Element

from articles.exports.docx.xml import element, text_element, value_element
from articles.exports.typesetting.formulas import LARGE, NOTHING, Node

FONT = "Cambria Math"
INTEGRALS = "∫∬∭∮∯∰"
STYLES = {"bold": "b", "bold-italic": "bi", "italic": "i", "normal": "p"}
SCRIPTS = {"double-struck": "double-struck", "script": "script", "bold-script": "script",
           "fraktur": "fraktur", "bold-fraktur": "fraktur", "sans-serif": "sans-serif",
           "monospace": "monospace"}  # fmt: skip
BRACES = {"overbrace": ("⏞", "top"), "underbrace": ("⏟", "bot")}
Parts = Iterator[_Element]


def formula(node: Node) -> _Element:
    """Return the formula as `m:oMath`."""
    return element("m:oMath", *parts_of(node))


def parts_of(node: Node) -> Parts:
    """The elements of a node; those of a row one after another."""
    if node.kind in ("row", "cells", "enclosed"):
        yield from row(node.parts)
    elif node.kind in RUNS:
        yield run(node.text, RUNS[node.kind], node.style)
    elif node.kind == "space":
        yield run(" ", "text")
    else:
        yield from WRITERS[node.kind](node)


def row(parts: Sequence[Node]) -> Parts:
    """A row; a sum or an integral takes what follows it as its argument, as Word does."""
    for place, part in enumerate(parts):
        if is_sum(part):
            yield sum_of(part, parts[place + 1 :])
            return
        yield from parts_of(part)


def run(text: str, kind: str, style: str = "") -> _Element:
    properties = [value_element("m:scr", SCRIPTS[style])] if style in SCRIPTS else []
    if kind == "text":
        properties = [element("m:nor")]
    elif kind == "upright":
        properties.append(value_element("m:sty", STYLES.get(style, "p")))
    elif style in STYLES:
        properties.append(value_element("m:sty", STYLES[style]))
    fonts = element("w:rPr", element("w:rFonts", w_ascii=FONT, w_hAnsi=FONT))
    return element("m:r", element("m:rPr", *properties), fonts, text_element("m:t", text))


def argument(name: str, node: Node) -> _Element:
    return element(f"m:{name}", *parts_of(node))


def with_arguments(tag: str, *names: str, **settings: str) -> Callable[[Node], Parts]:
    """A writer of an element whose arguments are the parts of the node, in this order."""

    def write(node: Node) -> Parts:
        properties = [value_element(f"m:{name}", value) for name, value in settings.items()]
        arguments = map(argument, names, node.parts)
        yield element(f"m:{tag}", element(f"m:{tag}Pr", *properties), *arguments)

    return write


def root(node: Node) -> Parts:
    base, *index = node.parts
    hidden = element("m:radPr", *([] if index else [value_element("m:degHide", "1")]))
    degree = argument("deg", index[0] if index else NOTHING)
    yield element("m:rad", hidden, degree, argument("e", base))


def fenced(node: Node) -> Parts:
    """Brackets that grow with what they hold; the last one may be missing."""
    first, *inside = node.parts
    last = inside.pop().text if inside[-1].kind == "sign" else ""
    signs = (value_element("m:begChr", first.text), value_element("m:endChr", last))
    yield element("m:d", element("m:dPr", *signs), element("m:e", *row(inside)))


def accent(node: Node) -> Parts:
    mark = element("m:accPr", value_element("m:chr", node.text))
    yield element("m:acc", mark, argument("e", node.parts[0]))


def line(node: Node) -> Parts:
    base = argument("e", node.parts[0])
    if node.text in BRACES:
        sign, place = BRACES[node.text]
        marks = (value_element("m:chr", sign), value_element("m:pos", place))
        yield element("m:groupChr", element("m:groupChrPr", *marks), base)
        return
    place = "top" if node.text == "overline" else "bot"
    yield element("m:bar", element("m:barPr", value_element("m:pos", place)), base)


def is_sum(node: Node) -> bool:
    base = node.parts[0] if node.kind in ("scripts", "limits") and node.parts else node
    is_large = base.kind == "sign" and base.text in (*LARGE, *INTEGRALS)
    return is_large and len(node.parts) <= 3


def sum_of(node: Node, behind: Sequence[Node]) -> _Element:
    base, low, high = (
        (*node.parts, NOTHING, NOTHING)[:3] if node.parts else (node, NOTHING, NOTHING)
    )
    below = node.kind == "limits" or base.text not in INTEGRALS
    settings = [
        value_element("m:chr", base.text),
        value_element("m:limLoc", "undOvr" if below else "subSup"),
    ]
    hidden = (("subHide", low), ("supHide", high))
    settings += [value_element(f"m:{name}", "1") for name, part in hidden if part == NOTHING]
    return element(
        "m:nary",
        element("m:naryPr", *settings),
        argument("sub", low),
        argument("sup", high),
        element("m:e", *row(behind)),
    )


def scripts(node: Node) -> Parts:
    """Indices behind the base, around what has those before it."""
    if is_sum(node):
        yield sum_of(node, ())
        return
    base, low, high, low_before, high_before = (*node.parts, *[NOTHING] * 4)[:5]
    if base.kind == "limit":
        yield limits_of(base, low, high)
        return
    made = behind(base, low, high)
    if low_before != NOTHING or high_before != NOTHING:
        before = (argument("sub", low_before), argument("sup", high_before))
        made = element("m:sPre", *before, element("m:e", made))
    yield made


def behind(base: Node, low: Node, high: Node) -> _Element:
    names = [("sub", low), ("sup", high)]
    present = [(name, part) for name, part in names if part != NOTHING]
    if not present:
        return element("m:box", argument("e", base))
    tag = "".join(name.title() for name, _part in present)
    arguments = (argument(name, part) for name, part in present)
    return element(f"m:s{tag}", argument("e", base), *arguments)


def limits(node: Node) -> Parts:
    yield sum_of(node, ()) if is_sum(node) else limits_of(*node.parts)


def limits_of(base: Node, below: Node, above: Node) -> _Element:
    made = list(parts_of(base))
    for tag, part in (("limLow", below), ("limUpp", above)):
        if part != NOTHING:
            made = [element(f"m:{tag}", element("m:e", *made), argument("lim", part))]
    return made[0] if len(made) == 1 else element("m:box", element("m:e", *made))


def table(node: Node) -> Parts:
    """Rows and columns; left-aligned rows of one cell are equations below one another."""
    rows = [each.parts if each.kind == "cells" else (each,) for each in node.parts]
    if node.style == "left" and all(len(cells) == 1 for cells in rows):
        yield element("m:eqArr", *(argument("e", cells[0]) for cells in rows))
        return
    lines = (element("m:mr", *(argument("e", cell) for cell in cells)) for cells in rows)
    yield element("m:m", *lines)


# Kinds that are one run: how its letters stand.
RUNS = {"letter": "letter", "sign": "letter", "word": "upright", "function": "upright",
        "limit": "upright", "text": "text", "unknown": "text"}  # fmt: skip
WRITERS: dict[str, Callable[[Node], Parts]] = {
    "fraction": with_arguments("f", "num", "den"),
    "stack": with_arguments("f", "num", "den", type="noBar"),
    "root": root,
    "fenced": fenced,
    "hidden": with_arguments("phant", "e", show="0"),
    "accent": accent,
    "line": line,
    "scripts": scripts,
    "limits": limits,
    "table": table,
}

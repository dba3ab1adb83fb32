"""Formulas of a Word file (OMML, ECMA-376 part 1, 22.1) as presentation MathML."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape

from lxml.etree import _Element

from articles.imports.readers.docx_xml import M, W

DEEPEST = 60  # levels of elements; a formula that nests deeper is its text
TOKEN = re.compile(r"(?P<number>\d+(?:[.,]\d+)*)|(?P<letters>[^\W\d_]+)|(?P<sign>\S)")
NUMBER = re.compile(r"\s*\(?([\w.]{1,8})\)?\s*")
SINGLE = re.compile(r"<(m[ino])\b[^<>]*>[^<>]*</\1>")
LATIN_OR_GREEK = re.compile(r"[A-Za-z\u0370-\u03ff]+")
BRACKETS = "()[]{}|‖⌈⌉⌊⌋⟨⟩"
TALL = [f"{M}{name}" for name in ("f", "nary", "m", "eqArr", "rad", "limLow", "limUpp")]
UNSEEN = dict.fromkeys(map(ord, "\u200b\u200c\u2060\ufeff"))  # in empty places of some programs
EDGE = re.compile(r"^ +| +$")  # browsers drop spaces there
# Word's accents combine with the letter before them; MathML has them as signs of their own.
ACCENTS = str.maketrans("\u0302\u0303\u0304\u0305\u0307\u0308\u20d7", "^~¯¯˙¨→")
DOUBLE_STRUCK = str.maketrans("CHNPQRZ", "ℂℍℕℙℚℝℤ")
SCRIPTS = {"script": "script", "fraktur": "fraktur", "sans-serif": "sans-serif",
           "monospace": "monospace"}  # fmt: skip
STYLES = {"b": "bold", "bi": "bold-italic", "p": "normal"}
SKIPPED = {f"{W}del", f"{W}moveFrom", f"{W}rPr"}
Write = Callable[[_Element, int], str]


def mathml(formula: _Element, is_display: bool, sign: str = "") -> str:
    """Return an `m:oMath` as MathML with a sign behind it, '' if nothing is in it."""
    content = _content(formula, 0)
    display = ' display="block"' if is_display else ""
    return f"<math{display}>{content}{_text('mo', sign)}</math>" if content else ""


def flat_text(formula: _Element) -> str:
    """The letters and signs of a formula in their order."""
    return "".join(text.text or "" for text in formula.iter(f"{M}t"))


def take_number(formula: _Element) -> str:
    """Take the number out of a formula that Word numbers itself, `E=mc^2#(1)`; '' without one."""
    for part in formula.iterfind(f".//{M}eqArr/{M}e"):
        if number := _number_in(part):
            return number
    return ""


def _number_in(part: _Element) -> str:
    for run in part.findall(f"{M}r"):
        text = run.find(f"{M}t")
        before, sign, after = ((text.text or "") if text is not None else "").partition("#")
        behind = list(run.itersiblings())
        number = NUMBER.fullmatch(after + "".join(flat_text(each) for each in behind))
        if text is not None and sign and number:
            text.text = before
            for each in behind:
                part.remove(each)
            return f"({number[1]})"
    return ""


def _content(element: _Element, depth: int) -> str:
    """What an element holds, one after another."""
    return "".join(_element(child, depth + 1) for child in element)


def _element(element: _Element, depth: int) -> str:
    name = element.tag
    if not isinstance(name, str) or name in SKIPPED or name.endswith("Pr"):
        return ""
    if name == f"{M}r":
        return _run(element)
    if depth > DEEPEST:
        return _text("mtext", flat_text(element))
    write = WRITERS.get(name.removeprefix(M))
    return write(element, depth) if write else _content(element, depth)


def _part(element: _Element, name: str, depth: int) -> str:
    """One argument of an element, as one part."""
    part = element.find(f"{M}{name}")
    content = _content(part, depth) if part is not None else ""
    return content if SINGLE.fullmatch(content) else f"<mrow>{content}</mrow>"


def _parts(tag: str, *names: str) -> Write:
    """A writer of an element whose arguments are those of a MathML element, in this order."""

    def write(element: _Element, depth: int) -> str:
        return f"<{tag}>{''.join(_part(element, name, depth) for name in names)}</{tag}>"

    return write


def _run(run: _Element) -> str:
    """Letters, numbers and signs, each as its own kind of token."""
    text = flat_text(run).replace("&", "").translate(UNSEEN)
    properties = run.find(f"{M}rPr")
    if properties is not None and properties.find(f"{M}nor") is not None:
        return _text("mtext", EDGE.sub("\u00a0", text))
    script, style = _property(run, "rPr/scr"), STYLES.get(_property(run, "rPr/sty"), "")
    if script == "double-struck":
        text = text.translate(DOUBLE_STRUCK)
    variant = SCRIPTS.get(script, style)
    return "".join(_token(match, variant) for match in TOKEN.finditer(text))


def _token(match: re.Match[str], variant: str) -> str:
    """Variables of one letter each in Latin and Greek; names and other scripts as words."""
    token, kind = match[0], match.lastgroup
    attribute = f' mathvariant="{variant}"' if variant and variant != "normal" else ""
    if kind == "number":
        return f"<mn{attribute}>{token}</mn>"
    if kind == "sign":
        fixed = ' stretchy="false"' if token in BRACKETS else ""
        return f"<mo{fixed}>{escape(token, quote=False)}</mo>"
    if variant == "normal" or not LATIN_OR_GREEK.fullmatch(token):
        upright = ' mathvariant="normal"' if len(token) == 1 and variant == "normal" else ""
        return f"<mi{attribute or upright}>{token}</mi>"
    return "".join(f"<mi{attribute}>{letter}</mi>" for letter in token)


def _fraction(element: _Element, depth: int) -> str:
    kind = _property(element, "fPr/type")
    above, below = _part(element, "num", depth), _part(element, "den", depth)
    if kind == "lin":
        return f"<mrow>{above}<mo>/</mo>{below}</mrow>"
    bare = ' linethickness="0"' if kind == "noBar" else ""
    return f"<mfrac{bare}>{above}{below}</mfrac>"


def _before(element: _Element, depth: int) -> str:
    """Indices before their base: ¹⁴C."""
    base, low, high = (_part(element, name, depth) for name in ("e", "sub", "sup"))
    return f"<mmultiscripts>{base}<mprescripts></mprescripts>{low}{high}</mmultiscripts>"


def _root(element: _Element, depth: int) -> str:
    index = element.find(f"{M}deg")
    content = _part(element, "e", depth)
    if index is None or not flat_text(index):
        return f"<msqrt>{content}</msqrt>"
    return f"<mroot>{content}{_part(element, 'deg', depth)}</mroot>"


def _sum(element: _Element, depth: int) -> str:
    """A sum or an integral with its limits, and what it is of."""
    sign = _property(element, "naryPr/chr", "∫")
    place = _property(element, "naryPr/limLoc") or ("subSup" if sign in "∫∬∭∮∯∰" else "undOvr")
    low, high = (
        _part(element, name, depth) if _has(element, name) else "" for name in ("sub", "sup")
    )
    names = ("munder", "mover", "munderover") if place == "undOvr" else ("msub", "msup", "msubsup")
    name = names[2] if low and high else names[1] if high else names[0] if low else "mrow"
    return f"<{name}><mo>{escape(sign)}</mo>{low}{high}</{name}>{_part(element, 'e', depth)}"


def _brackets(element: _Element, depth: int) -> str:
    """Brackets as high as what they hold, if it is high."""
    is_tall = next(element.iter(*TALL), None) is not None
    separator = _bracket(_property(element, "dPr/sepChr", "|"), is_tall)
    parts = [f"<mrow>{_content(each, depth)}</mrow>" for each in element.findall(f"{M}e")]
    first = _bracket(_property(element, "dPr/begChr", "("), is_tall)
    last = _bracket(_property(element, "dPr/endChr", ")"), is_tall)
    return f"<mrow>{first}{separator.join(parts)}{last}</mrow>"


def _bracket(sign: str, is_tall: bool) -> str:
    fixed = "" if is_tall else ' stretchy="false"'
    return f"<mo{fixed}>{escape(sign, quote=False)}</mo>" if sign else ""


def _function(element: _Element, depth: int) -> str:
    name, argument = _part(element, "fName", depth), _part(element, "e", depth)
    return f"<mrow>{name}<mo>\u2061</mo>{argument}</mrow>"


def _accent(element: _Element, depth: int) -> str:
    sign = _property(element, "accPr/chr", "\u0302").translate(ACCENTS)
    return f'<mover accent="true">{_part(element, "e", depth)}<mo>{escape(sign)}</mo></mover>'


def _bar(element: _Element, depth: int) -> str:
    is_above = _property(element, "barPr/pos") == "top"
    name, sign = ("mover", "¯") if is_above else ("munder", "_")
    return f"<{name}>{_part(element, 'e', depth)}<mo>{sign}</mo></{name}>"


def _brace(element: _Element, depth: int) -> str:
    sign = _property(element, "groupChrPr/chr", "⏟")
    name = "mover" if _property(element, "groupChrPr/pos") == "top" else "munder"
    return f"<{name}>{_part(element, 'e', depth)}<mo>{escape(sign)}</mo></{name}>"


def _matrix(element: _Element, depth: int) -> str:
    rows = (row.findall(f"{M}e") for row in element.findall(f"{M}mr"))
    return _table([[_content(cell, depth) for cell in row] for row in rows])


def _equations(element: _Element, depth: int) -> str:
    """Equations below one another."""
    if len(element.findall(f"{M}e")) == 1:
        return _part(element, "e", depth)
    return _table([[_content(each, depth)] for each in element.findall(f"{M}e")], "left")


def _table(rows: list[list[str]], align: str = "") -> str:
    lines = ("".join(f"<mtd>{cell}</mtd>" for cell in row) for row in rows)
    attribute = f' columnalign="{align}"' if align else ""
    return f"<mtable{attribute}>{''.join(f'<mtr>{line}</mtr>' for line in lines)}</mtable>"


def _has(element: _Element, name: str) -> bool:
    part = element.find(f"{M}{name}")
    return part is not None and bool(flat_text(part).translate(UNSEEN))


def _property(element: _Element, path: str, default: str = "") -> str:
    """The m:val of a property; the default where it is absent, '' where it is empty."""
    found = element.find("/".join(f"{M}{name}" for name in path.split("/")))
    return default if found is None else found.get(f"{M}val") or ""


def _text(tag: str, text: str) -> str:
    text = escape(text, quote=False).replace("\u00a0", "&nbsp;")
    return f"<{tag}>{text}</{tag}>" if text else ""


WRITERS: dict[str, Write] = {
    "f": _fraction,
    "sSup": _parts("msup", "e", "sup"),
    "sSub": _parts("msub", "e", "sub"),
    "sSubSup": _parts("msubsup", "e", "sub", "sup"),
    "sPre": _before,
    "rad": _root,
    "nary": _sum,
    "d": _brackets,
    "func": _function,
    "acc": _accent,
    "bar": _bar,
    "groupChr": _brace,
    "limLow": _parts("munder", "e", "lim"),
    "limUpp": _parts("mover", "e", "lim"),
    "m": _matrix,
    "eqArr": _equations,
    "phant": _parts("mphantom", "e"),
}

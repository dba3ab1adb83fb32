"""The markup of a clipboard: parsed, without what shows nothing, and how its styles are read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

from lxml import html
from lxml.etree import _Element

from articles.records.body_losses import LossKind

DEEPEST = 60  # levels of elements; what lies deeper becomes text
DEEPEST_SOURCE = 400  # levels; lxml stops at 2,048 without a word
TAG = re.compile(r"<(/?)([A-Za-z][\w:-]*)\b[^<>]*>")
CLOSED_BY_THE_NEXT = {"p", "li", "td", "th", "tr", "dt", "dd", "option"}
FRAGMENT_START = re.compile(r"<!--\s{0,9}StartFragment\s{0,9}-->")
FRAGMENT_END = re.compile(r"<!--\s{0,9}EndFragment\s{0,9}-->")
# Word gives a formula twice: its own markup in a comment, and a picture for other programs.
FORMULA = (re.compile(r"<!--\[if gte msEquation \d{1,3}\]>"), "<![endif]-->")
FORMULA_PICTURE = (re.compile(r"<!\[if !msEquation\]>"), "<![endif]>")
FORMULA_TAG = "formula-of-word"
OFFICE = re.compile(
    r"urn:schemas-microsoft-com|\bclass=[\"']?Mso|docs-internal-guid|content=\"?LibreOffice"
    r"|name=\"?generator\"? content=\"?(?:Microsoft|LibreOffice|OpenOffice)",
    re.IGNORECASE,
)
EMPTY_TAGS = {"br", "img", "hr", "col", "meta", "link", "input", "wbr", "source", "area"}
# Elements that show nothing, with all that they hold.
UNSEEN = {
    "head", "style", "script", "xml", "title", "meta", "link", "template", "noscript", "del",
    "colgroup", "col", "datalist",
}  # fmt: skip
STYLE_TAGS = {"font", "u", "s", "strike", "big", "small"}


class Clipboard:
    """A parsed clipboard; `losses` counts what it had and a full text has no place for."""

    def __init__(self, source: str) -> None:
        self.losses: Counter[tuple[LossKind, str]] = Counter()
        self.formulas: list[str] = []
        self.is_office = bool(OFFICE.search(source))
        self.list_formats = dict(_list_formats(source))
        marked = _replace(_fragment(source), *FORMULA, self._mark_formula)
        marked = _replace(marked, *FORMULA_PICTURE, lambda _picture: "")
        self.root = _parse(marked.replace("\0", ""))
        self._drop_unseen()

    def lose(self, kind: LossKind, name: str = "") -> None:
        self.losses[kind, name] += 1

    def _mark_formula(self, formula: str) -> str:
        self.formulas.append(formula)
        return f'<{FORMULA_TAG} id="{len(self.formulas) - 1}"></{FORMULA_TAG}>'

    def _drop_unseen(self) -> None:
        dropped: set[_Element] = set()
        for element in list(self.root.iter()):
            if element.getparent() in dropped:
                dropped.add(element)
            elif self._is_unseen(element):
                dropped.add(element)
                drop(element)

    def _is_unseen(self, element: _Element) -> bool:
        """Whether an element shows nothing; counts styles, and comments in the margin."""
        if not isinstance(element.tag, str) or element.tag in UNSEEN:
            return True
        style = style_of(element)
        if style.get("mso-element") == "comment":
            self.lose(LossKind.COMMENT)
            return True
        if element.get("style") or element.get("class") or element.tag in STYLE_TAGS:
            self.lose(LossKind.STYLE)
        return style.get("display") == "none" or style.get("mso-hide") == "all"


def _fragment(source: str) -> str:
    """What was copied, without what the program says about it."""
    start = FRAGMENT_START.search(source)
    ends = list(FRAGMENT_END.finditer(source))
    if start is None or not ends or ends[-1].start() < start.end():
        return source
    return source[start.end() : ends[-1].start()]


def _replace(
    source: str, start: re.Pattern[str], end: str, replacement: Callable[[str], str]
) -> str:
    """The source with what `replacement` makes of each text between a start and the next end."""
    parts: list[str] = []
    at = 0
    while match := start.search(source, at):
        stop = source.find(end, match.end())
        if stop < 0:
            break
        parts += [source[at : match.start()], replacement(source[match.end() : stop])]
        at = stop + len(end)
    return "".join([*parts, source[at:]])


def style_of(element: _Element) -> dict[str, str]:
    """The declarations in the `style` of an element."""
    pairs = (each.partition(":") for each in (element.get("style") or "").split(";"))
    return {name.strip().lower(): value.strip().lower() for name, _, value in pairs if value}


def text_of(element: _Element) -> str:
    return " ".join("".join(str(text) for text in element.itertext()).split())


def _parse(source: str) -> _Element:
    """The body as a tree; elements that lie too deep are flattened to their text."""
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True)
    source = TAG.sub(" ", source) if _depth(source) > DEEPEST_SOURCE else source
    wrapped = f"<html><body>{source}</body></html>".encode("utf-8", "replace")
    root = html.document_fromstring(wrapped, parser=parser)
    body = root.find("body")
    tree = root if body is None else body
    depths: dict[_Element | None, int] = {tree.getparent(): 0}
    for element in list(tree.iter()):
        depths[element] = depth = depths.get(element.getparent(), DEEPEST) + 1
        if depth == DEEPEST and isinstance(element.tag, str):
            element.text = text_of(element)
            del element[:]
    return tree


def _depth(source: str) -> int:
    """About how many elements stand inside of one another."""
    depth = deepest = 0
    for tag in TAG.finditer(source):
        if tag[2].lower() not in CLOSED_BY_THE_NEXT and tag[2].lower() not in EMPTY_TAGS:
            depth = max(0, depth - 1) if tag[1] else depth + 1
            deepest = max(deepest, depth)
    return deepest


def drop(element: _Element) -> None:
    """Take an element out; the text behind it stays."""
    parent = element.getparent()
    if parent is None:
        return
    before = element.getprevious()
    if element.tail and before is not None:
        before.tail = (before.tail or "") + element.tail
    elif element.tail:
        parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def _list_formats(source: str) -> list[tuple[str, str]]:
    """The number formats of Word's lists by `l0:level1`, from its style sheet."""
    rules = re.findall(r"@list\s+(l\d+:level\d+)[^{]*\{([^}]*)\}", source[:2_000_000])
    formats = (
        (name, re.search(r"mso-level-number-format:\s*([\w-]+)", rule)) for name, rule in rules
    )
    return [(name, match[1] if match else "decimal") for name, match in formats]

"""Runs of a clipboard's text: words with emphasis, indices and links, as HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape
from itertools import pairwise
from typing import NamedTuple

from lxml.etree import _Element, tostring

from articles.imports.readers.encodings import clean
from articles.records.body import SCHEMES, UNREADABLE
from articles.records.body_losses import LossKind

from .formulas import formula_html
from .markup import FORMULA_TAG, Clipboard, style_of

ORDER = ("strong", "em", "sub", "sup")  # from the outside in
TAG_MARKS = {
    "b": "strong", "strong": "strong", "i": "em", "em": "em", "cite": "em", "dfn": "em",
    "var": "em", "sub": "sub", "sup": "sup",
}  # fmt: skip
BOLDEST_NORMAL = 500
BLANKS = re.compile(r"[ \t\r\n\f]+")
NOTE = "data-note"  # set by notes.py on the mark of a note
# Addresses inside of another program's file.
INNER_ADDRESS = re.compile(r"#(?:_|sd(?:foot|end)note|h\.|heading=|bookmark=|cmnt)", re.IGNORECASE)
PICTURE_TAGS = {
    "img",
    "v:imagedata",
    "picture",
    "svg",
    "canvas",
    "object",
    "embed",
    "iframe",
    "video",
}
INPUTS = {"input", "select", "button"}


class Run(NamedTuple):
    """A piece of text in one style; `is_html` for what is HTML already."""

    text: str
    marks: frozenset[str] = frozenset()
    link: str = ""
    is_html: bool = False


NO_MARKS: frozenset[str] = frozenset()
BREAK = Run(" ", is_html=True)  # the end of a line inside of a paragraph


def element_runs(
    clipboard: Clipboard, element: _Element, marks: frozenset[str] = NO_MARKS, link: str = ""
) -> Iterator[Run]:
    """The runs of an inline element, without the text behind it."""
    tag, style = str(element.tag), style_of(element)
    if number := element.get(NOTE):
        yield Run(f'<sup><a href="#fn{number}">{number}</a></sup>', is_html=True)
    elif tag == "br":
        yield BREAK
    elif tag in PICTURE_TAGS:
        clipboard.lose(LossKind.PICTURE, picture_name(element))
    elif tag == FORMULA_TAG:
        yield formula_run(clipboard, element)
    elif tag == "math":
        yield Run(tostring(element, encoding="unicode", with_tail=False), is_html=True)
    elif style.get("mso-list") != "ignore":
        link = address(element) if tag == "a" else link
        yield from inner_runs(clipboard, element, marks_in(tag, style, marks), link)


def inner_runs(
    clipboard: Clipboard, element: _Element, marks: frozenset[str], link: str = ""
) -> Iterator[Run]:
    """The runs of what an element holds."""
    yield Run(element.text or "", marks, link)
    for child in element:
        yield from element_runs(clipboard, child, marks, link)
        yield Run(child.tail or "", marks, link)


def marks_in(tag: str, style: dict[str, str], marks: frozenset[str]) -> frozenset[str]:
    """The marks inside of an element: those around it, its own, and what its style says."""
    inside = set(marks) | ({TAG_MARKS[tag]} if tag in TAG_MARKS else set())
    _set(inside, "strong", _is_bold(style.get("font-weight", "")))
    _set(inside, "em", _is_italic(style.get("font-style", "")))
    align = style.get("vertical-align", "")
    raised = style.get("mso-text-raise", style.get("position", ""))
    if align in ("super", "sub"):
        inside -= {"sub", "sup"}
        inside.add("sup" if align == "super" else "sub")
    elif re.fullmatch(r"-?[\d.]+pt", raised) and align != "baseline":
        inside.add("sub" if raised.startswith("-") else "sup")
    return frozenset(inside)


def _set(marks: set[str], mark: str, is_on: bool | None) -> None:
    if is_on is not None:
        (marks.add if is_on else marks.discard)(mark)


def _is_bold(weight: str) -> bool | None:
    if weight.isdigit():
        return int(weight) > BOLDEST_NORMAL
    return {"bold": True, "bolder": True, "normal": False}.get(weight)


def _is_italic(style: str) -> bool | None:
    return {"italic": True, "oblique": True, "normal": False}.get(style)


def address(link: _Element) -> str:
    """The address of a link, '' for none, for one of a program, and for one inside of its file."""
    href = (link.get("href") or "").strip()
    scheme = href.partition(":")[0].lower()
    is_inner = href.startswith("#") and not INNER_ADDRESS.match(href)
    return href if is_inner or (":" in href and scheme in SCHEMES) else ""


def picture_name(element: _Element) -> str:
    """How the editor knows the picture: its alternative text, or the name of its file."""
    alt = element.get("alt") or element.get("title") or element.get("o:title") or ""
    source = element.get("src") or element.get("data") or ""
    name = "" if source.startswith("data:") else re.split(r"[/\\]", source.partition("?")[0])[-1]
    return (" ".join(alt.split()) or name or str(element.tag))[:80]


def formula_run(clipboard: Clipboard, element: _Element) -> Run:
    """A formula of Word as MathML, or the sign of an object that could not be read."""
    if mathml := formula_html(clipboard.formulas[int(element.get("id", "0"))]):
        return Run(mathml, is_html=True)
    clipboard.lose(LossKind.FORMULA)
    return Run(UNREADABLE)


def lines_of(runs: Sequence[Run]) -> list[list[Run]]:
    """The runs between two line breaks."""
    lines: list[list[Run]] = [[]]
    for run in runs:
        if run == BREAK:
            lines.append([])
        else:
            lines[-1].append(run)
    return lines


def plain_text(runs: Sequence[Run]) -> str:
    texts = (_text_of_html(run) if run.is_html else run.text for run in runs)
    return " ".join(clean("".join(texts)).split())


def is_bold(runs: Sequence[Run]) -> bool:
    """Whether every word of the runs is bold."""
    words = [run for run in runs if run.text.strip()]
    return bool(words) and all("strong" in run.marks for run in words)


def html_of(runs: Sequence[Run], without: str = "") -> str:
    """The runs as HTML on one line; `without` is a mark that is left out."""
    tidied = list(_tidied(runs, without))
    parts: list[str] = []
    around: list[str] = []
    for run in tidied:
        wanted = _elements(run)
        same = next(
            (n for n, (one, other) in enumerate(zip(around, wanted, strict=False)) if one != other),
            min(len(around), len(wanted)),
        )
        parts += [_end_tag(each) for each in reversed(around[same:])]
        parts += [f"<{each}>" for each in wanted[same:]]
        parts.append(run.text if run.is_html else escape(run.text, quote=False))
        around = wanted
    parts += [_end_tag(each) for each in reversed(around)]
    return "".join(parts)


def _tidied(runs: Sequence[Run], without: str) -> Iterator[Run]:
    """The runs with single spaces, none at the ends; a blank has the marks of both sides alone."""
    shown = [run._replace(marks=run.marks - {without}) for run in _without_double_spaces(runs)]
    edges = [Run(""), *shown, Run("")]
    for (before, run), (_run, after) in zip(pairwise(edges[:-1]), pairwise(edges[1:]), strict=True):
        if run.is_html or run.text.strip():
            yield run
        else:
            link = run.link if before.link == after.link else ""
            yield run._replace(marks=before.marks & after.marks, link=link)


def _without_double_spaces(runs: Sequence[Run]) -> list[Run]:
    result: list[Run] = []
    ends_with_space = True
    for run in runs:
        text = run.text if run.is_html else BLANKS.sub(" ", clean(run.text).replace("\n", " "))
        if ends_with_space and not run.is_html:
            text = text.lstrip(" ")
        if text:
            result.append(run._replace(text=text))
            ends_with_space = text.endswith(" ") and not run.is_html
    while result and not result[-1].is_html and not result[-1].text.strip():
        result.pop()
    if result and not result[-1].is_html:
        result[-1] = result[-1]._replace(text=result[-1].text.rstrip(" "))
    return result


def _elements(run: Run) -> list[str]:
    if run.is_html:
        return []
    link = [f'a href="{escape(run.link)}"'] if run.link else []
    return link + [mark for mark in ORDER if mark in run.marks]


def _end_tag(element: str) -> str:
    return f"</{element.partition(' ')[0]}>"


def _text_of_html(run: Run) -> str:
    return re.sub(r"<[^>]*>", "", run.text)

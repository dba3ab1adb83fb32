"""XML written element by element as escaped text, so that a file of any size streams.

No tree is built: a file of a thousand articles is never whole in memory, and an article costs a
fifth of the time. `Xml` is text that already is XML; only `text`, `tag`, `block` and `marked` make
it, so nothing enters a file unescaped.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NewType

from articles.records.markup import runs

Xml = NewType("Xml", str)

NOTHING = Xml("")
NO_ATTRIBUTES: Mapping[str, str] = {}
DECLARATION = Xml('<?xml version="1.0" encoding="UTF-8"?>\n')

# The elements of JATS for the four marks of titles and abstracts.
JATS_MARKS = {"i": "italic", "b": "bold", "sub": "sub", "sup": "sup"}


def text(value: str) -> Xml:
    """Return escaped text; `>` too, because `]]>` is not allowed in text."""
    return Xml(value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))


def tag(name: str, content: Xml = NOTHING, attributes: Mapping[str, str] = NO_ATTRIBUTES) -> Xml:
    """Return one element on one line, without attributes that have no value."""
    if content:
        return Xml(f"<{name}{_format_attributes(attributes)}>{content}</{name}>")
    return Xml(f"<{name}{_format_attributes(attributes)}/>")


def block(name: str, children: Iterable[Xml], attributes: Mapping[str, str] = NO_ATTRIBUTES) -> Xml:
    """Return an element of elements, each on its own line; NOTHING if there are none."""
    if content := "\n".join(filter(None, children)):
        return Xml(f"<{name}{_format_attributes(attributes)}>\n{content}\n</{name}>")
    return NOTHING


def text_tag(name: str, value: str, attributes: Mapping[str, str] = NO_ATTRIBUTES) -> Xml:
    """Return an element of plain text, or NOTHING if the text is blank."""
    value = value.strip()
    return tag(name, text(value), attributes) if value else NOTHING


def language_tag(name: str, value: str, code: str) -> Xml:
    """Return a text element with its xml:lang, if any.

    It is faster than `text_tag`: Dublin Core consists of such elements alone.
    """
    if not (value := value.strip()):
        return NOTHING
    language = f' xml:lang="{code}"' if code else ""
    return Xml(f"<{name}{language}>{text(value)}</{name}>")


def open_tag(name: str, attributes: Mapping[str, str] = NO_ATTRIBUTES) -> Xml:
    """Return the start tag of an element."""
    return Xml(f"<{name}{_format_attributes(attributes)}>")


def close_tag(name: str) -> Xml:
    """Return the end tag of an element."""
    return Xml(f"</{name}>")


def marked_up_text(value: str, names: Mapping[str, str]) -> Xml:
    """Return a title or an abstract with its markup as the elements of the format."""
    if "<" not in value:
        return text(value)
    pieces: list[str] = []
    open_marks: tuple[str, ...] = ()
    for run in runs(value):
        shared = _shared(open_marks, run.marks)
        pieces += [f"</{names[mark]}>" for mark in reversed(open_marks[shared:])]
        pieces += [f"<{names[mark]}>" for mark in run.marks[shared:]]
        pieces.append(text(run.text))
        open_marks = run.marks
    pieces += [f"</{names[mark]}>" for mark in reversed(open_marks)]
    return Xml("".join(pieces))


def _shared(before: tuple[str, ...], after: tuple[str, ...]) -> int:
    """How many outer marks two neighbouring runs share."""
    pairs = enumerate(zip(before, after, strict=False))
    return next((at for at, (one, other) in pairs if one != other), min(len(before), len(after)))


def _format_attributes(attributes: Mapping[str, str]) -> str:
    if not attributes:
        return ""
    return "".join(
        [f' {name}="{_quote_attribute(value)}"' for name, value in attributes.items() if value]
    )


@lru_cache(maxsize=5_000)  # the same languages and addresses, article after article
def _quote_attribute(value: str) -> str:
    """An attribute's text; breaks and tabs as references, or a parser would make them spaces."""
    value = text(value).replace('"', "&quot;")
    if "\n" in value or "\t" in value:
        value = value.replace("\n", "&#10;").replace("\t", "&#9;")
    return value

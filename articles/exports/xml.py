"""XML as it is written, element by element: escaped text, so that a file of any size streams.

No tree is built: a container of a thousand articles is never whole in memory, and an article
costs a fifth of what it does as a tree. `Xml` is text that is XML already; only `text`, `tag`,
`block` and `marked` make it, so nothing enters a file unescaped.
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

# What JATS calls the four marks of titles and abstracts.
JATS_MARKS = {"i": "italic", "b": "bold", "sub": "sub", "sup": "sup"}


def text(value: str) -> Xml:
    # ">" too, for "]]>" may stand in no text.
    return Xml(value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))


def tag(name: str, content: Xml = NOTHING, attributes: Mapping[str, str] = NO_ATTRIBUTES) -> Xml:
    """One element on one line; attributes without a value are left out."""
    if content:
        return Xml(f"<{name}{_written(attributes)}>{content}</{name}>")
    return Xml(f"<{name}{_written(attributes)}/>")


def block(name: str, children: Iterable[Xml], attributes: Mapping[str, str] = NO_ATTRIBUTES) -> Xml:
    """An element of elements, each on its own line; without any child there is no element."""
    if content := "\n".join(filter(None, children)):
        return Xml(f"<{name}{_written(attributes)}>\n{content}\n</{name}>")
    return NOTHING


def filled(name: str, value: str, attributes: Mapping[str, str] = NO_ATTRIBUTES) -> Xml:
    """An element of plain text, or nothing where the text is blank."""
    value = value.strip()
    return tag(name, text(value), attributes) if value else NOTHING


def spoken(name: str, value: str, code: str) -> Xml:
    """The same in a language, or in none: what Dublin Core has nothing but, so in one step."""
    if not (value := value.strip()):
        return NOTHING
    language = f' xml:lang="{code}"' if code else ""
    return Xml(f"<{name}{language}>{text(value)}</{name}>")


def opening(name: str, attributes: Mapping[str, str] = NO_ATTRIBUTES) -> Xml:
    return Xml(f"<{name}{_written(attributes)}>")


def closing(name: str) -> Xml:
    return Xml(f"</{name}>")


def marked(value: str, names: Mapping[str, str]) -> Xml:
    """A title or an abstract, its marks as the elements that the format calls them."""
    if "<" not in value:
        return text(value)
    written: list[str] = []
    opened: tuple[str, ...] = ()
    for run in runs(value):
        shared = _shared(opened, run.marks)
        written += [f"</{names[mark]}>" for mark in reversed(opened[shared:])]
        written += [f"<{names[mark]}>" for mark in run.marks[shared:]]
        written.append(text(run.text))
        opened = run.marks
    written += [f"</{names[mark]}>" for mark in reversed(opened)]
    return Xml("".join(written))


def _shared(before: tuple[str, ...], after: tuple[str, ...]) -> int:
    """How many outer marks go on from one run to the next."""
    pairs = enumerate(zip(before, after, strict=False))
    return next((at for at, (one, other) in pairs if one != other), min(len(before), len(after)))


def _written(attributes: Mapping[str, str]) -> str:
    if not attributes:
        return ""
    return "".join([f' {name}="{_quoted(value)}"' for name, value in attributes.items() if value])


@lru_cache(maxsize=5_000)  # the same languages and addresses, article after article
def _quoted(value: str) -> str:
    """Breaks and tabs as references, for a reader turns them into spaces otherwise."""
    value = text(value).replace('"', "&quot;")
    if "\n" in value or "\t" in value:
        value = value.replace("\n", "&#10;").replace("\t", "&#9;")
    return value

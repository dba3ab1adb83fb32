"""What was read from a manuscript: a typed value, and its JSON form `manuscript-truth/1`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from articles.imports.manuscript.labels.phrases import EVENTS
from articles.imports.manuscript.sourced_value import SecondReading, SourcedValue, build_tree
from articles.imports.readers.line import Line
from articles.records.languages import LANGUAGES, Language, Text

SCHEMA = "manuscript-truth/1"


class Author(msgspec.Struct, frozen=True, kw_only=True):
    """One author, with the name from the byline of each language."""

    order: int = 0
    name: Text = {}
    degree: Text = {}  # degrees and posts as printed; not in the JSON
    affiliations: tuple[int, ...] = ()
    corresponding: bool = False
    email: str | None = None
    orcid: str | None = None


class Affiliation(msgspec.Struct, frozen=True, kw_only=True):
    """One organisation, with the number that authors refer to."""

    id: int = 0
    name: Text = {}


class Pages(msgspec.Struct, frozen=True):
    """The first and the last page."""

    first: int
    last: int


class Section(msgspec.Struct, frozen=True):
    """A section; paragraphs are separated by a blank line."""

    heading: str
    text: str


class References(msgspec.Struct, frozen=True, kw_only=True):
    """The two reference lists, without running numbers."""

    original: tuple[str, ...] = ()
    romanized: tuple[str, ...] = ()


class Manuscript(msgspec.Struct, frozen=True, kw_only=True):
    """The article as printed, with the sources of every value in `values`.

    `values` and `running_heads` keep the JSON names of stored readings (models.Manuscript.reading).
    """

    article_language: Language | None = None
    title: Text = {}
    abstract: Text = {}
    keywords: dict[Language, tuple[str, ...]] = {}
    authors: tuple[Author, ...] = ()
    affiliations: tuple[Affiliation, ...] = ()
    irsti: tuple[str, ...] = ()
    udc: tuple[str, ...] = ()
    doi: str | None = None
    dates: dict[str, str] = {}
    pages: Pages | None = None
    sections: tuple[Section, ...] = ()
    other_sections: tuple[Section, ...] = ()
    funding: str | None = None
    references: References = References()
    bios: dict[Language, tuple[str, ...]] = {}
    values: tuple[SourcedValue, ...] = msgspec.field(default=(), name="found")
    lines: tuple[Line, ...] = ()
    # Numbers of the lines that no value came from.
    unused_lines: tuple[int, ...] = msgspec.field(default=(), name="unplaced")
    running_heads: tuple[int, ...] = msgspec.field(default=(), name="furniture")  # and page numbers
    second_readings: tuple[SecondReading, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Return the fields of manuscript-truth/1; what is not printed is null or empty."""
        plain: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(self))
        for hidden in ("found", "lines", "unplaced", "furniture", "second_readings"):
            del plain[hidden]
        for field in ("title", "abstract"):
            plain[field] = _in_all_languages(plain[field])
        for member in (*plain["authors"], *plain["affiliations"]):
            member["name"] = _in_all_languages(member["name"])
            member.pop("degree", None)
        for field in ("keywords", "bios"):
            plain[field] = {code: plain[field].get(code, []) for code in LANGUAGES}
        plain["dates"] = {event: plain["dates"].get(event) for event in EVENTS}
        return {"schema": SCHEMA, **plain}


def _in_all_languages(text: dict[str, str]) -> dict[str, str | None]:
    return {code: text.get(code) for code in LANGUAGES}


def build_manuscript(
    values: list[SourcedValue],
    lines: tuple[Line, ...],
    running_heads: frozenset[int],
    used_lines: set[int],
    second_readings: Iterable[SecondReading] = (),
) -> Manuscript:
    """Return the manuscript made of these values.

    `used_lines` are used although no value names them. The rest, without the running heads, are
    the unused lines.
    """
    tree = build_tree(values)
    tree["authors"] = _numbered(tree.get("authors"))
    tree["affiliations"] = _numbered(tree.get("affiliations"), "id")
    used = {number for value in values for number in value.lines} | running_heads | used_lines
    tree |= {
        "found": tuple(values),
        "lines": lines,
        "unplaced": tuple(line.number for line in lines if line.number not in used),
        "furniture": tuple(sorted(running_heads)),
        "second_readings": tuple(second_readings),
    }
    return msgspec.convert(tree, Manuscript)


def _numbered(members: Any, number: str = "order") -> list[dict[str, Any]]:
    """Give authors and affiliations their numbers, counted from 1."""
    return [{**member, number: at} for at, member in enumerate(members or [], 1)]

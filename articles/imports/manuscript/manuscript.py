"""A manuscript as a typed value, and as the JSON that `manuscript-truth/1` describes."""

from __future__ import annotations

from typing import Any

import msgspec

from articles.imports.manuscript.sourced_value import Found, tree
from articles.imports.readers.line import Line
from articles.records.languages import LANGUAGES, Language, Text

SCHEMA = "manuscript-truth/1"
EVENTS = ("received", "revised", "accepted", "published")


class Author(msgspec.Struct, frozen=True, kw_only=True):
    """One author with the name of every byline."""

    order: int = 0
    name: Text = {}
    degree: Text = {}  # degrees and posts as printed; for the form, not in the JSON
    affiliations: tuple[int, ...] = ()
    corresponding: bool = False
    email: str | None = None
    orcid: str | None = None


class Affiliation(msgspec.Struct, frozen=True, kw_only=True):
    """One organisation under the number by which authors name it."""

    id: int = 0
    name: Text = {}


class Pages(msgspec.Struct, frozen=True):
    first: int
    last: int


class Section(msgspec.Struct, frozen=True):
    heading: str
    text: str


class References(msgspec.Struct, frozen=True, kw_only=True):
    original: tuple[str, ...] = ()
    romanized: tuple[str, ...] = ()


class Manuscript(msgspec.Struct, frozen=True, kw_only=True):
    """All that was read. `found` tells of every value whence it is; `unplaced` what is left."""

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
    found: tuple[Found, ...] = ()
    lines: tuple[Line, ...] = ()
    unplaced: tuple[int, ...] = ()  # numbers of the lines that belong nowhere
    furniture: tuple[int, ...] = ()  # running heads and page numbers

    def to_json(self) -> dict[str, Any]:
        """The fields of manuscript-truth/1; what was not found is null or empty."""
        plain: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(self))
        for hidden in ("found", "lines", "unplaced", "furniture"):
            del plain[hidden]
        for field in ("title", "abstract"):
            plain[field] = _full(plain[field])
        for member in (*plain["authors"], *plain["affiliations"]):
            member["name"] = _full(member["name"])
            member.pop("degree", None)
        for field in ("keywords", "bios"):
            plain[field] = {code: plain[field].get(code, []) for code in LANGUAGES}
        plain["dates"] = {event: plain["dates"].get(event) for event in EVENTS}
        return {"schema": SCHEMA, **plain}


def _full(text: dict[str, str]) -> dict[str, str | None]:
    return {code: text.get(code) for code in LANGUAGES}


def manuscript_of(
    found: list[Found], lines: tuple[Line, ...], furniture: frozenset[int], placed: set[int]
) -> Manuscript:
    """The value that the findings make; lines that none of them came from are unplaced."""
    values = tree(found)
    values["authors"] = _filled(values.get("authors"))
    values["affiliations"] = _filled(values.get("affiliations"), "id")
    used = {number for each in found for number in each.lines} | furniture | placed
    values |= {
        "found": tuple(found),
        "lines": lines,
        "unplaced": tuple(line.number for line in lines if line.number not in used),
        "furniture": tuple(sorted(furniture)),
    }
    return msgspec.convert(values, Manuscript)


def _filled(members: Any, number: str = "order") -> list[dict[str, Any]]:
    """Authors and organisations under their numbers."""
    return [{**member, number: at} for at, member in enumerate(members or [], 1)]

"""The form of a manuscript's JSON, `manuscript-truth/1`: the fields that a record takes of it."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

from articles.records.languages import Language

Printed = dict[Language, str | None]  # None: the manuscript has no such line


class Author(msgspec.Struct, frozen=True):
    name: Printed = {}
    affiliations: tuple[int, ...] = ()
    corresponding: bool = False
    email: str | None = None
    orcid: str | None = None


class Organisation(msgspec.Struct, frozen=True):
    name: Printed = {}
    id: int | None = None


class Pages(msgspec.Struct, frozen=True):
    first: int | str
    last: int | str | None = None


class Part(msgspec.Struct, frozen=True):
    """A heading and the paragraphs under it, a blank line between two."""

    heading: str = ""
    text: str = ""


class ReferenceLists(msgspec.Struct, frozen=True):
    original: tuple[str, ...] = ()
    romanized: tuple[str, ...] = ()


class Manuscript(msgspec.Struct, frozen=True):
    """The fields that a record takes; others (case, layout, accept) may stand beside them."""

    article_language: Language
    title: Printed = {}
    abstract: Printed = {}
    keywords: dict[Language, tuple[str, ...]] = {}
    authors: tuple[Author, ...] = ()
    affiliations: tuple[Organisation, ...] = ()
    irsti: tuple[str, ...] = ()
    udc: tuple[str, ...] = ()
    doi: str | None = None
    dates: dict[Literal["received", "revised", "accepted", "published"], date | None] = {}
    pages: Pages | None = None
    sections: tuple[Part, ...] = ()
    other_sections: tuple[Part, ...] = ()
    funding: str | None = None
    references: ReferenceLists = ReferenceLists()
    bios: dict[Language, tuple[str, ...]] = {}

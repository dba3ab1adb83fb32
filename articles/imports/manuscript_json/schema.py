"""The schema of manuscript JSON, `manuscript-truth/1`: the fields that a record uses."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

import msgspec

from articles.records.languages import Language

Printed = dict[Language, str | None]  # None: not printed in this language


class Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A field that is not known is refused with its place: it may be a misspelled one."""


class Author(Part, frozen=True):
    """One author; `affiliations` are ids of affiliations."""

    name: Printed = {}
    affiliations: tuple[int, ...] = ()
    corresponding: bool = False
    email: str | None = None
    orcid: str | None = None
    order: int | None = None  # the order of the list is what counts


class Affiliation(Part, frozen=True):
    """One organisation."""

    name: Printed = {}
    id: int | None = None


class Pages(Part, frozen=True):
    """The first and the last page."""

    first: int | str
    last: int | str | None = None


class Section(Part, frozen=True):
    """A heading and the paragraphs below it, with a blank line between two."""

    heading: str = ""
    text: str = ""


class ReferenceLists(Part, frozen=True):
    """The two reference lists, without running numbers."""

    original: tuple[str, ...] = ()
    romanized: tuple[str, ...] = ()


class Manuscript(Part, frozen=True):
    """The fields that a record uses, and those that describe the file."""

    article_language: Language
    title: Printed = {}
    abstract: Printed = {}
    keywords: dict[Language, tuple[str, ...]] = {}
    authors: tuple[Author, ...] = ()
    affiliations: tuple[Affiliation, ...] = ()
    irsti: tuple[str, ...] = ()
    udc: tuple[str, ...] = ()
    doi: str | None = None
    dates: dict[Literal["received", "revised", "accepted", "published"], date | None] = {}
    pages: Pages | None = None
    sections: tuple[Section, ...] = ()
    other_sections: tuple[Section, ...] = ()
    funding: str | None = None
    references: ReferenceLists = ReferenceLists()
    bios: dict[Language, tuple[str, ...]] = {}
    # Not used: what the file is called, how it was laid out, which other readings are right.
    schema: str = ""
    case: Any = None
    layout: Any = None
    accept: Any = None

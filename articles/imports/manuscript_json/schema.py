"""The schema of manuscript JSON, `manuscript-truth/1`: the fields that a record uses."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

from articles.records.languages import Language

Printed = dict[Language, str | None]  # None: not printed in this language


class Author(msgspec.Struct, frozen=True):
    """One author; `affiliations` are ids of affiliations."""

    name: Printed = {}
    affiliations: tuple[int, ...] = ()
    corresponding: bool = False
    email: str | None = None
    orcid: str | None = None


class Affiliation(msgspec.Struct, frozen=True):
    """One organisation."""

    name: Printed = {}
    id: int | None = None


class Pages(msgspec.Struct, frozen=True):
    """The first and the last page."""

    first: int | str
    last: int | str | None = None


class Section(msgspec.Struct, frozen=True):
    """A heading and the paragraphs below it, with a blank line between two."""

    heading: str = ""
    text: str = ""


class ReferenceLists(msgspec.Struct, frozen=True):
    """The two reference lists, without running numbers."""

    original: tuple[str, ...] = ()
    romanized: tuple[str, ...] = ()


class Manuscript(msgspec.Struct, frozen=True):
    """The fields that a record uses; others (case, layout, accept) are ignored."""

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

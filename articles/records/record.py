"""The record: an article as a typed, frozen value, with facts about its journal and issue.

msgspec is the only kind of typed value in this project: it reads and writes JSON fast, refuses
what does not fit with the place named, and generates the JSON schema (docs/record.md).
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from .base import Value
from .facts import IssueFacts, JournalFacts
from .languages import Language, Text
from .names import Name

ArticleType = Literal[
    "research", "review", "short", "conference", "editorial", "book_review",
    "letter", "personalia", "correction", "retraction", "other",
]  # fmt: skip
Status = Literal["draft", "ready", "published", "retracted", "withdrawn"]
RelationKind = Literal[
    "corrects", "corrected_by", "retracts", "retracted_by",
    "expresses_concern", "concern_expressed_by", "translates", "translated_by",
]  # fmt: skip


class Affiliation(Value, frozen=True, kw_only=True):
    """An organisation as printed; authors refer to it by its place in the list (1, 2 …)."""

    name: Text
    unit: Text = {}
    city: Text = {}
    country: str = ""  # ISO 3166-1 alpha-2
    ror: str = ""  # https://ror.org/…
    organisation_id: int | None = None  # the Organisation of this site, if known


class Authorship(Value, frozen=True, kw_only=True):
    """An author of the byline as printed: a person with names, or an organisation."""

    kind: Literal["person", "organisation"] = "person"
    names: dict[Language, Name] = {}
    collective: Text = {}
    degree: Text = {}
    academic_title: Text = {}
    post: Text = {}
    bio: Text = {}
    orcid: str = ""
    email: str = ""
    corresponding: bool = False
    roles: tuple[str, ...] = ()  # slugs of CRediT: "conceptualization" …
    marks: tuple[int, ...] = ()  # places in Record.affiliations, from 1
    author_id: int | None = None  # the person of this site, if known
    codes: dict[str, str] = {}  # spin, scopus, researcher; attached when loaded


class Reference(Value, frozen=True, kw_only=True):
    """A cited work: as printed, and romanized if the journal prints a second list."""

    text: str = ""
    romanized: str = ""
    type: str = ""  # journal_article, book, chapter, conference_paper, dissertation, web_resource …
    doi: str = ""
    url: str = ""


class Funding(Value, frozen=True, kw_only=True):
    """A funder of the work, with the number of the award."""

    funder: Text = {}
    funder_id: str = ""  # ROR ID or Crossref funder DOI, as a web address
    award: str = ""


class Galley(Value, frozen=True, kw_only=True):
    """A file for readers; its bytes are in storage under `path`."""

    id: int | None = None
    language: Language
    kind: Literal["pdf", "html", "epub", "xml", "docx", "supplement", "image"] = "pdf"
    name: str
    size: int  # bytes
    pages: int | None = None
    checksum: str  # SHA-256, hexadecimal
    path: str = ""
    made_from: str = ""  # hash of the record that the file was made from; '' = not made here


class ExternalFile(Value, frozen=True, kw_only=True):
    """A full text or a supplement on another site; only its address is known here."""

    language: Language
    label: str = ""  # as that site's list of files names it
    url: str


class Relation(Value, frozen=True, kw_only=True):
    """A link between two articles, stored with both: `retracts` and `retracted_by`."""

    kind: RelationKind
    article_id: int | None = None
    doi: str = ""


class Statements(Value, frozen=True, kw_only=True):
    """Statements outside the full text."""

    contributions: Text = {}
    conflicts: Text = {}
    data: Text = {}
    thanks: Text = {}


class Internal(Value, frozen=True, kw_only=True):
    """Data of the editorial office that is never public."""

    originality: float | None = None  # percent
    originality_system: str = ""
    originality_on: date | None = None
    review_count: int | None = None
    reviewed_on: tuple[date, ...] = ()


class Record(Value, frozen=True, kw_only=True, tag_field="schema", tag="record/1"):
    """An article with its authors, references and files."""

    language: Language  # of the full text
    type: ArticleType = "research"
    status: Status = "draft"
    title: Text = {}
    abstract: Text = {}
    keywords: dict[Language, tuple[str, ...]] = {}
    authors: tuple[Authorship, ...] = ()
    affiliations: tuple[Affiliation, ...] = ()
    section: Text = {}  # its title; attached when loaded
    section_id: int | None = None
    issue_id: int | None = None
    position: int | None = None  # in the issue, from 1
    irsti: tuple[str, ...] = ()
    udc: tuple[str, ...] = ()
    jel: tuple[str, ...] = ()
    edn: str = ""
    doi: str = ""
    first_page: str = ""
    last_page: str = ""
    page_ranges: tuple[str, ...] = ()  # further pages, outside first to last: "18", "20-22"
    article_number: str = ""
    received_on: date | None = None
    revised_on: date | None = None
    accepted_on: date | None = None
    published_on: date | None = None
    copyright_holder: Text = {}
    copyright_year: int | None = None
    licence: str = ""  # a web address; '' = the journal's
    licence_from: date | None = None
    statements: Statements = Statements()
    body: str = ""  # our HTML subset, in the language of the full text
    references: tuple[Reference, ...] = ()
    funding: tuple[Funding, ...] = ()
    galleys: tuple[Galley, ...] = ()
    external_files: tuple[ExternalFile, ...] = ()
    relations: tuple[Relation, ...] = ()
    internal: Internal = Internal()
    # Attached when a record is loaded, never stored with it:
    id: int | None = None
    site: str = ""  # https://host, without a slash at the end
    released_on: date | None = None  # the day of the last release, of the text that readers see
    journal: JournalFacts | None = None
    issue: IssueFacts | None = None

"""What an export holds, as frozen values: issues with sections, articles with their versions."""

from __future__ import annotations

from datetime import date

import msgspec
from django.utils.translation import gettext as _

from articles.records.languages import Language, Text
from articles.records.record import Record

from .contents import Content


class Remark(msgspec.Struct, frozen=True, kw_only=True):
    """Something that was left out or changed when a value was read; `kind` names its group."""

    kind: str
    field: str = ""
    language: Language | None = None
    text: str = ""  # what the export has


class File(msgspec.Struct, frozen=True, kw_only=True):
    """A file of a submission: its current revision."""

    id: str
    name: str  # as the export gives it
    stage: str = ""
    genre: str = ""
    is_supplement: bool = False  # by its element or its genre
    doi: str = ""
    parent: str = ""  # id of the file whose picture or style this is
    claimed_size: int | None = None
    content: Content = Content(problem="missing")
    line: int = 0


class Galley(msgspec.Struct, frozen=True, kw_only=True):
    """A full text or supplement that readers are offered: a file, or an address elsewhere."""

    id: str = ""
    url_path: str = ""
    label: str = ""
    language: Language
    doi: str = ""
    remote: str = ""
    is_language_by_label: bool = False  # the export does not say it in any other way
    file: File | None = None
    dependent_files: tuple[File, ...] = ()  # pictures and styles of an HTML file
    line: int = 0


class Term(msgspec.Struct, frozen=True, kw_only=True):
    """A term of a vocabulary that has no place here: `vocabulary` is "subjects", "coverage" …"""

    vocabulary: str
    language: Language
    text: str


class Version(msgspec.Struct, frozen=True, kw_only=True):
    """A publication of OJS 3.2 and later; before, the article itself."""

    id: str = ""
    number: str = ""
    is_published: bool
    record: Record
    url_path: str = ""
    public_id: str = ""  # OJS 3.1: in the addresses of its pages
    section: str = ""  # the abbreviation in the language of whoever exported
    order: int | None = None  # in its section
    is_open: bool = False  # to everybody, in an issue for subscribers
    galleys: tuple[Galley, ...] = ()
    covers: tuple[Cover, ...] = ()
    issue: IssueNumbers | None = None
    terms: tuple[Term, ...] = ()
    groups: tuple[str, ...] = ()  # the user group of each author
    countries: tuple[str, ...] = ()  # the country of each author, also without an affiliation
    remarks: tuple[Remark, ...] = ()


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """A submission with the version that readers are to see, and the earlier ones."""

    id: str
    current: Version
    other_versions: tuple[Version, ...] = ()
    is_published: bool
    why_not: str = ""  # the reason if it is not
    private_file_count: int = 0
    line: int = 0

    @property
    def title(self) -> Text:
        return self.current.record.title


class IssueNumbers(msgspec.Struct, frozen=True, kw_only=True):
    """What identifies an issue for its readers."""

    year: int | None = None
    volume: str = ""
    number: str = ""
    through_number: str = ""
    part: str = ""
    title: Text = {}
    is_from_title: bool = False  # the export has no volume and no number elsewhere

    @property
    def label(self) -> str:
        """`2020, vol. 3, № 1`, in the language of the interface."""
        through = f"({self.through_number})" if self.through_number else ""
        number = f"№ {self.number}" if self.number else ""
        volume = _("vol. %(volume)s") % {"volume": self.volume} if self.volume else ""
        numbered = " ".join(filter(None, (number, through, self.part)))
        parts = (str(self.year or ""), volume, numbered)
        return ", ".join(filter(None, parts))


class Section(msgspec.Struct, frozen=True, kw_only=True):
    """A section; other programs and OJS 2 give it no identifier, and its name stands for one."""

    id: str = ""
    order: int = 0
    title: Text = {}
    abbreviations: tuple[str, ...] = ()  # in every language; titles of one without


class Cover(msgspec.Struct, frozen=True, kw_only=True):
    language: Language
    file: File


class Issue(msgspec.Struct, frozen=True, kw_only=True):
    """An issue; without an id if only its articles were exported."""

    id: str = ""
    numbers: IssueNumbers
    is_published: bool
    published_on: date | None = None
    is_for_subscribers: bool = False
    description: Text = {}
    url_path: str = ""
    public_id: str = ""
    doi: str = ""
    sections: tuple[Section, ...] = ()
    covers: tuple[Cover, ...] = ()
    galleys: tuple[Galley, ...] = ()
    articles: tuple[Article, ...] = ()  # in the order of the contents
    remarks: tuple[Remark, ...] = ()
    line: int = 0

"""The file of a journal, `journal/1`: facts, policy, sections, issues, pages, news, board …"""

from __future__ import annotations

from datetime import date
from typing import Literal

from .base import Value
from .board import Contacts, Group, IndexedIn
from .facts import IssueDescription, JournalDescription, KazakhScheme, Policy, RussianScheme
from .languages import Language, Text
from .look_colours import MAIN, SECOND
from .names import Name
from .pdf_layout import PdfLayout

SCHEMA = "journal/1"
POLICY = Policy()


class IssueEntry(IssueDescription, frozen=True, kw_only=True):
    """An issue; `cover`, `pdf` and `epub` are places in the archive of the journal."""

    doi_number: str = ""
    planned_on: date | None = None
    print_run: int | None = None
    is_archive: bool = False
    archive_reason: str = ""
    cover: str = ""
    pdf: str = ""
    epub: str = ""

    def __post_init__(self) -> None:
        """Raises ValueError for an `id`, which only a saved issue has; msgspec adds the path."""
        if self.id is not None:
            raise ValueError("Object contains unknown field `id`")


class PageEntry(Value, frozen=True, kw_only=True):
    """A page of text; without `order` the pages stand in the menu as they stand in the file."""

    slug: str
    title: Text
    text: Text
    order: int | None = None


class LookEntry(Value, frozen=True, kw_only=True):
    """The look of the journal's pages; `logo` and `cover` are places in the archive."""

    logo: str = ""
    cover: str = ""
    main_colour: str = MAIN
    second_colour: str = SECOND
    has_band: bool = True
    home_text: Text = {}
    order_current: int = 0
    order_archive: int = 0
    order_news: int = 0
    order_submit: int = 100


class NewsEntry(Value, frozen=True, kw_only=True):
    """A piece of news or a call; `kind` is `news` or `call`."""

    slug: str
    kind: Literal["news", "call"] = "news"
    title: Text
    text: Text
    published_on: date
    expires_on: date | None = None
    is_pinned: bool = False
    picture: str = ""  # its place in the archive


class MailTextEntry(Value, frozen=True, kw_only=True):
    """The journal's own words for a kind of mail, with placeholders in braces."""

    kind: str
    subject: Text = {}
    body: Text = {}


class PersonEntry(Value, frozen=True, kw_only=True):
    """A person with a page of their own; articles are linked to it by the ORCID."""

    names: dict[Language, Name]
    orcid: str
    spin: str = ""
    scopus_id: str = ""
    researcher_id: str = ""


class TitlePeriodEntry(Value, frozen=True, kw_only=True):
    """A former title of the journal."""

    name: Text
    issn_print: str = ""
    issn_online: str = ""
    from_on: date
    until_on: date


class JournalFile(JournalDescription, frozen=True, kw_only=True):
    """What a journal's form in the admin has, with its policy, and the journal's parts."""

    schema: str
    tagline: Text = {}
    doi_pattern: str | None = None  # None: the one that is proposed to a new journal
    certificate: str = ""
    submission_url: str = ""
    abstract_words: dict[Language, tuple[int, int]] = POLICY.abstract_words  # least, most
    keywords: tuple[int, int] = POLICY.keywords  # least, most
    required: tuple[str, ...] = POLICY.required
    authors_most: int = POLICY.authors_most
    romanization_ru: RussianScheme = POLICY.romanization_ru
    romanization_kk: KazakhScheme = POLICY.romanization_kk
    irsti_label_kk: str = POLICY.irsti_label_kk
    keywords_label_kk: str = POLICY.keywords_label_kk
    former_titles: tuple[TitlePeriodEntry, ...] = ()
    sections: tuple[Text, ...] = ()
    issues: tuple[IssueEntry, ...] = ()
    look: LookEntry = LookEntry()
    pdf_layout: PdfLayout = PdfLayout()
    pages: tuple[PageEntry, ...] = ()
    news: tuple[NewsEntry, ...] = ()
    board: tuple[Group, ...] = ()
    contacts: Contacts | None = None
    indexed_in: tuple[IndexedIn, ...] = ()
    mail_texts: tuple[MailTextEntry, ...] = ()
    people: tuple[PersonEntry, ...] = ()

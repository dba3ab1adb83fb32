"""What a record holds about its journal and issue, as of the time of the release."""

from __future__ import annotations

from datetime import date
from typing import Literal

from .base import Value
from .languages import Language, Text

RussianScheme = Literal["bgn_pcgn", "gost_779", "bsi"]
KazakhScheme = Literal["bgn_pcgn", "kazakh_2021", "gost_779"]


class Policy(Value, frozen=True, kw_only=True):
    """A journal's own requirements; 0 or None means none."""

    languages: tuple[Language, ...] = ("kk", "ru", "en")
    abstract_words: dict[Language, tuple[int, int]] = {}  # least, most
    keywords: tuple[int, int] = (0, 0)
    required: tuple[str, ...] = ("title", "abstract", "keywords", "names")
    authors_most: int = 0
    romanization_ru: RussianScheme = "bgn_pcgn"
    romanization_kk: KazakhScheme = "bgn_pcgn"
    irsti_label_kk: str = "ХҒТАР"  # or ҒТАМР, ҒТАХР, МҒТАР
    keywords_label_kk: str = "Түйін сөздер"  # or Кілт сөздер, Тірек сөздер


class JournalDescription(Value, frozen=True, kw_only=True):
    """The fields of a journal that a record knows and that a journal's own file has too."""

    slug: str
    name: Text
    publisher: Text = {}
    founder: Text = {}
    issn_print: str = ""
    issn_online: str = ""
    doi_prefix: str = ""
    crossref_title: str = ""  # as registered at Crossref; '' = the English name
    crossmark_doi: str = ""
    depositor_name: str = ""
    depositor_email: str = ""
    registrant: str = ""
    names_first: Literal["roman", "native"] = "roman"  # main name in a Crossref deposit
    licence: str = ""
    elibrary_id: str = ""
    city: Text = {}
    through_number_is_volume: bool = False  # of an issue without a volume


class JournalFacts(JournalDescription, frozen=True, kw_only=True):
    policy: Policy = Policy()


class IssueDescription(Value, frozen=True, kw_only=True):
    """The fields of an issue that a record knows and that a journal's own file has too."""

    id: int | None = None
    year: int
    volume: str = ""
    number: str = ""
    part: str = ""
    through_number: str = ""
    title: Text = {}
    description: Text = {}
    published_on: date | None = None
    signed_on: date | None = None


class IssueFacts(IssueDescription, frozen=True, kw_only=True):
    cover: str = ""  # path in storage
    pdf: str = ""  # path of the whole issue
    pdf_size: int = 0  # bytes; 0 = not known
    epub: str = ""  # path of the whole issue
    epub_size: int = 0
    doi_number: str = ""  # in the DOIs of its articles; '' = the ASCII form of the number

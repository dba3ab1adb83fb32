"""Data about other articles that checks compare with; the caller fetches it."""

from __future__ import annotations

from datetime import date

from articles.records.base import Value
from articles.records.languages import Language
from articles.records.names import Name
from articles.records.pdf_layout import PdfDesign


class Neighbour(Value, frozen=True, kw_only=True):
    """Another article of the same issue."""

    title: str = ""
    doi: str = ""
    first_page: str = ""
    last_page: str = ""
    page_ranges: tuple[str, ...] = ()


class EarlierName(Value, frozen=True, kw_only=True):
    """The name of an author as an earlier article printed it."""

    orcid: str = ""
    author_id: int | None = None
    names: dict[Language, Name] = {}
    title: str = ""  # of that article


class Neighbours(Value, frozen=True, kw_only=True):
    """Without neighbours, the checks that need them report nothing."""

    articles: tuple[Neighbour, ...] = ()
    earlier_names: tuple[EarlierName, ...] = ()
    scheduled_on: date | None = None  # the local day of a scheduled publication
    today: date | None = None  # checks read no clock
    # It was in its issue when that became an archive: a mark, which no date sets.
    is_archived: bool = False
    pdf_design: PdfDesign | None = None  # of its journal, if the site made a PDF of it

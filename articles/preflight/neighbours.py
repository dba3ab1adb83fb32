"""What stands around an article: values that the caller fetched, so that checks ask no table."""

from __future__ import annotations

from datetime import date

from articles.records.base import Value
from articles.records.languages import Language
from articles.records.names import Name


class Neighbour(Value, frozen=True, kw_only=True):
    """Another article of the same issue."""

    title: str = ""
    doi: str = ""
    first_page: str = ""
    last_page: str = ""


class EarlierName(Value, frozen=True, kw_only=True):
    """How an earlier article printed a person whom this one names too."""

    orcid: str = ""
    author_id: int | None = None
    names: dict[Language, Name] = {}
    title: str = ""  # of that article


class Neighbours(Value, frozen=True, kw_only=True):
    """Empty for a record that stands alone: the checks that need it are silent then."""

    articles: tuple[Neighbour, ...] = ()
    earlier_names: tuple[EarlierName, ...] = ()
    is_scheduled: bool = False
    today: date | None = None  # checks read no clock

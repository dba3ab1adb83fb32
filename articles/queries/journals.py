"""What stands around every page of a journal, in one question: its row, pages, former titles."""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache
from typing import Any

import msgspec
from django.contrib.postgres.aggregates import JSONBAgg
from django.db import models
from django.db.models.functions import JSONObject

from articles.models.journal import Journal
from articles.models.journal_pages import Page
from articles.models.title_periods import TitlePeriod
from articles.records.facts import JournalFacts
from articles.records.languages import LANGUAGES, Text, tidy

from .prepared import Prepared
from .record_facts import journal_facts


class PageLink(msgspec.Struct, frozen=True):
    """A page of the journal, as menus name it."""

    slug: str
    title_kk: str | None
    title_ru: str | None
    title_en: str | None

    @property
    def title(self) -> Text:
        return tidy({code: getattr(self, f"title_{code}") for code in LANGUAGES})


class Period(msgspec.Struct, frozen=True):
    """A title period, like the model of this name."""

    name_kk: str | None
    name_ru: str | None
    name_en: str | None
    issn_print: str
    issn_online: str
    from_on: date
    until_on: date

    def covers(self, day: date) -> bool:
        return self.from_on <= day <= self.until_on


_pages = msgspec.json.Decoder(tuple[PageLink, ...])
_periods = msgspec.json.Decoder(tuple[Period, ...])


class Masthead:
    """One journal as its pages need it."""

    def __init__(self, row: Any) -> None:
        self.row = row
        self.id: int = row.id
        self.slug: str = row.slug
        self.name = _text(row, "name")
        self.tagline = _text(row, "tagline")
        self.pages = _pages.decode(row.all_pages) if row.all_pages else ()

    def facts(self, day: date | None) -> JournalFacts:
        """The journal's facts, its name and ISSNs as they were that day; of `masthead_of` alone."""
        periods = _periods.decode(self.row.all_periods) if self.row.all_periods else ()
        return journal_facts(self.row, day, periods)


def masthead_of(journal_id: int) -> Masthead:
    return Masthead(_by_key.row(journal_id))


@lru_cache(maxsize=64)
def masthead_since(
    journal_id: int, facts_changed_at: datetime, pages: str | None, periods: str | None
) -> Masthead:
    """The same for one who knows of which state it is: asked once a process while that lasts."""
    return masthead_of(journal_id)


def masthead_named(slug: str) -> Masthead | None:
    row = _by_slug.row(slug)
    return Masthead(row) if row else None


def first_mastheads() -> list[Masthead]:
    """The site's journals in order, a hundred at most: with one, it is the whole site's."""
    return [Masthead(row) for row in _all.rows()]


def _text(row: Any, column: str) -> Text:
    return tidy({code: getattr(row, f"{column}_{code}") for code in LANGUAGES})


def aggregated_pages(journal: str) -> models.Subquery:
    """The pages of the journal that the outer query calls `journal`, as one JSON array."""
    return _aggregate(Page, PageLink.__struct_fields__, "order", journal)


def _aggregate(
    model: type[models.Model], columns: tuple[str, ...], order: str, journal: str
) -> models.Subquery:
    rows = model._default_manager.filter(journal=models.OuterRef(journal)).order_by()
    together = JSONBAgg(JSONObject(**{name: name for name in columns}), order_by=order)
    return models.Subquery(rows.values("journal").annotate(together=together).values("together"))


def _journals() -> models.QuerySet[Journal]:
    return Journal.objects.annotate(all_pages=aggregated_pages("pk"))


def aggregated_periods(journal: str) -> models.Subquery:
    """Its title periods, likewise."""
    return _aggregate(TitlePeriod, Period.__struct_fields__, "from_on", journal)


def _with_periods() -> models.QuerySet[Journal]:
    return _journals().annotate(all_periods=aggregated_periods("pk"))


TRANSLATED = ("name", "tagline", "publisher", "founder", "city")
# What is shown around every page.
AROUND = (
    *("id", "slug", "issn_print", "issn_online", "licence", "submission_url"),
    *(f"{column}_{code}" for column in ("name", "tagline", "publisher") for code in LANGUAGES),
    "all_pages",
)
# What an article's facts need besides.
COLUMNS = (
    *("facts_changed_at", "id", "slug", "issn_print", "issn_online", "doi_prefix"),
    *("crossref_title", "crossmark_doi", "depositor_name", "depositor_email", "registrant"),
    *("names_first", "licence", "elibrary_id", "certificate", "submission_url"),
    *("keywords_min", "keywords_max", "required_fields", "authors_max"),
    *("romanization_ru", "romanization_kk", "irsti_label_kk", "keywords_label_kk"),
    *(f"abstract_words_{end}_{code}" for end in ("min", "max") for code in LANGUAGES),
    *(f"{column}_{code}" for column in TRANSLATED for code in LANGUAGES),
    *("all_pages", "all_periods"),
)

_by_key = Prepared(COLUMNS, lambda key: _with_periods().filter(pk=key), -1)
_by_slug = Prepared(AROUND, lambda slug: _journals().filter(slug=slug), "\x01")
_all = Prepared(AROUND, lambda: _journals().order_by("slug")[:100])

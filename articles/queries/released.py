"""The released record of a public article, as pages and exports read it, in one question."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from functools import lru_cache
from operator import attrgetter
from types import SimpleNamespace
from typing import Any

import msgspec
from django.conf import settings
from django.db.models import QuerySet

from articles.models.listing import Listing
from articles.records import json
from articles.records.facts import IssueFacts
from articles.records.languages import LANGUAGES, Text, text
from articles.records.record import Record

from .journals import Masthead, aggregated_pages, aggregated_periods, masthead_since
from .prepared import Prepared
from .record_facts import day_of, issue_facts


class Released(msgspec.Struct, frozen=True):
    """What readers see of an article, with what stands around it."""

    record: Record
    masthead: Masthead
    changed_at: datetime
    reason: str  # why this revision was made: a withdrawn article says it
    issue_is_public: bool
    stamp: tuple[object, ...]


class Notice(msgspec.Struct, frozen=True):
    """A public article that another one names: a retraction, a correction, a translation."""

    id: int
    changed_at: datetime
    title: Text
    abstract: Text
    language: str
    published_on: date | None


def released(pk: int) -> Released | None:
    """None for what does not exist and for what was never public."""
    row = _released.row(pk)
    if row is None:
        return None
    record, issue = json.load(row.article__released__stored), issue_of(row)
    masthead = masthead_since(
        row.journal_id, row.journal__facts_changed_at, row.all_pages, row.all_periods
    )
    record = msgspec.structs.replace(
        record,
        id=row.article_id,
        site=settings.SITE_URL,
        section=text(row.section__title_kk, row.section__title_ru, row.section__title_en),
        journal=masthead.facts(day_of(record, issue)),
        issue=issue,
    )
    is_public = bool(issue and issue.published_on)
    return Released(
        record=record,
        masthead=masthead,
        changed_at=row.changed_at,
        reason=row.article__released__reason,
        issue_is_public=is_public,
        stamp=_stamp(row),
    )


def stamp_of(pk: int) -> tuple[object, ...] | None:
    """What changes whenever the article's page does, asked without the article.

    None where there is no such article, and where others are named whose change it must notice.
    """
    row = _stamps.row(pk)
    if row is None or '"relations"' in row.stored:
        return None
    return _stamp(row)


def _stamp(row: Any) -> tuple[object, ...]:
    section = (row.section__title_kk, row.section__title_ru, row.section__title_en)
    issue = (row.issue_id, row.issue__facts_changed_at)
    journal = (row.journal__facts_changed_at, row.all_pages)
    return row.article_id, row.changed_at, *issue, section, *journal


def notices(keys: Iterable[int]) -> dict[int, Notice]:
    """Those of the articles that are public."""
    rows = Listing.objects.public().filter(article__in=list(keys))
    stored = rows.values_list("article_id", "changed_at", "article__released__stored")
    return {key: _notice(key, changed_at, record) for key, changed_at, record in stored}


def _notice(key: int, changed_at: datetime, stored: str) -> Notice:
    record = json.load(stored)
    withdrawn = record.status == "withdrawn"
    return Notice(
        id=key,
        changed_at=changed_at,
        title=record.title,
        abstract={} if withdrawn else record.abstract,
        language=record.language,
        published_on=record.published_on,
    )


def issue_of(row: Any) -> IssueFacts | None:
    """The issue joined to a row, its columns named issue__year and so on."""
    return None if row.issue_id is None else facts_of(_joined(row))


@lru_cache(maxsize=1_024)  # the same few stand in one list after another
def facts_of(values: tuple[Any, ...]) -> IssueFacts:
    """An issue from its ISSUE_COLUMNS."""
    return issue_facts(SimpleNamespace(**dict(zip(ISSUE_COLUMNS, values, strict=True))))


ISSUE_COLUMNS = (
    *("id", "year", "volume", "number", "part", "through_number"),
    *(f"{column}_{code}" for column in ("title", "description") for code in LANGUAGES),
    *("published_on", "signed_on", "cover", "pdf"),
)
_joined = attrgetter(*(f"issue__{name}" for name in ISSUE_COLUMNS))
STAMP = (
    *("article_id", "changed_at", "issue_id", "issue__facts_changed_at"),
    *(f"section__title_{code}" for code in LANGUAGES),
    *("journal__facts_changed_at", "all_pages"),
)
COLUMNS = (
    *STAMP,
    *("journal_id", "all_periods", "article__released__stored", "article__released__reason"),
    *(f"issue__{name}" for name in ISSUE_COLUMNS),
)


def _stamped() -> QuerySet[Listing]:
    return Listing.objects.public().annotate(all_pages=aggregated_pages("journal"))


def _told() -> QuerySet[Listing]:
    return _stamped().annotate(all_periods=aggregated_periods("journal"))


_released = Prepared(COLUMNS, lambda pk: _told().filter(article=pk), -1)
_stamps = Prepared((*STAMP, "stored"), lambda pk: _stamped().filter(article=pk), -1)

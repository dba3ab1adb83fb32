"""Saves what was counted together with how far the logs were read: both, or neither."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from itertools import islice

import msgspec
from django.db import transaction
from django.utils.translation import gettext as _

from articles.models import Usage, UsageLog, UsageState
from articles.usage.counting import Key, State, Totals

STATE_LIFETIME = timedelta(days=2)  # of a count that is not continued
BATCH = 2_000
ONLY_ROW = 1  # the key of the row of UsageState


class CountedMeanwhile(Exception):
    """Another count saved while this one ran. Nothing of the part at hand was saved."""

    def __str__(self) -> str:
        return _("Another count ran at the same time. Run the command again; nothing is lost.")


class LogProgress(msgspec.Struct, frozen=True):
    """How far a log has been counted."""

    fingerprint: str
    name: str
    offset: int
    lines: int


def load_state(now: datetime) -> tuple[int, State]:
    """The number of the last save, and what it remembered; an old state is forgotten for good."""
    row, _created = UsageState.objects.get_or_create(pk=ONLY_ROW, defaults={"saved_at": now})
    if row.content and now - row.saved_at > STATE_LIFETIME:
        UsageState.objects.filter(pk=ONLY_ROW, number=row.number).update(content=b"")
        row.content = b""
    state = msgspec.msgpack.decode(bytes(row.content), type=State) if row.content else State()
    return row.number, state


@transaction.atomic
def save_part(
    number: int, totals: Totals, state: State, progress: Iterable[LogProgress], now: datetime
) -> int:
    """Save a part of a count; returns the number of this save. Raises CountedMeanwhile."""
    row = UsageState.objects.select_for_update().get(pk=ONLY_ROW)
    if row.number != number:
        raise CountedMeanwhile
    add_totals(totals)
    UsageLog.objects.bulk_create(
        [UsageLog(**msgspec.structs.asdict(log), counted_at=now) for log in progress],
        update_conflicts=True,
        unique_fields=["fingerprint"],
        update_fields=["name", "offset", "lines", "counted_at"],
    )
    row.number, row.content, row.saved_at = number + 1, msgspec.msgpack.encode(state), now
    row.save()
    return row.number


def add_totals(totals: Totals) -> None:
    """Add to the rows of this site; a later click may also take one away."""
    counts = iter(sorted(totals.items()))
    while part := list(islice(counts, BATCH)):
        rows = rows_of(part)
        new: list[Usage] = []
        changed: list[Usage] = []
        emptied: list[Usage] = []
        for (article, day, metric, country), count in part:
            row = rows.get((article, day, str(metric), country))
            if row is None:
                kind = Usage.Kind(metric)
                new.append(
                    Usage(article_id=article, day=day, kind=kind, country=country, count=count)
                )
            else:
                row.count += count
                (changed if row.count > 0 else emptied).append(row)
        Usage.objects.bulk_create(row for row in new if row.count > 0)
        Usage.objects.bulk_update(changed, ["count"])
        Usage.objects.filter(pk__in=[row.pk for row in emptied]).delete()


def rows_of(part: Sequence[tuple[Key, int]]) -> dict[tuple[int, date, str, str], Usage]:
    """The rows that there are already, by article, day, kind and country."""
    articles = {article for (article, *_rest), _count in part}
    days = {day for (_article, day, *_rest), _count in part}
    rows = Usage.objects.filter(article__in=articles, day__in=days, source=Usage.Source.SITE)
    return {(row.article_id, row.day, row.kind, row.country): row for row in rows}

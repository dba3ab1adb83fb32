"""Checks of the workers: when each was last seen, and what waits for it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import Heartbeat
from articles.queries.work_queues import WORKER_TIMEOUT, WorkQueue, work_queues

from .outcome import Outcome


def check_workers() -> Iterator[Outcome]:
    """One outcome for each kind of worker, whose name is that of its command."""
    now = timezone.now()
    queues = work_queues(now)
    rows = list(Heartbeat.objects.order_by("worker"))
    for command in sorted({queue.worker for queue in queues} | {kind(row) for row in rows}):
        own = [row for row in rows if kind(row) == command]
        yield outcome_for(command, own, [q for q in queues if q.worker == command], now)


def kind(row: Heartbeat) -> str:
    return row.worker.partition("@")[0]


def outcome_for(
    command: str, rows: list[Heartbeat], queues: list[WorkQueue], now: datetime
) -> Outcome:
    waiting = sum(queue.length for queue in queues)
    seen_at = max((row.at for row in rows), default=None)
    is_alive = seen_at is not None and now - seen_at <= WORKER_TIMEOUT
    seen = [f"{row.worker}: {seconds(now, row.at)} s" for row in rows]
    late = [f"{queue.name}: {queue.length}, {queue.delay(now)}" for queue in queues if queue.length]
    return Outcome(
        f"worker_{command}",
        is_alive or not (rows or waiting),
        state_text(command, seen_at, waiting, now),
        _("Start it: %(command)s") % {"command": f"manage.py {command}"},
        (*seen, *late),
    )


def state_text(command: str, seen_at: datetime | None, waiting: int, now: datetime) -> str:
    if seen_at is None:
        text = _("Worker %(worker)s: not running; waiting: %(waiting)d.")
        return text % {"worker": command, "waiting": waiting}
    text = _("Worker %(worker)s: seen %(seconds)d s ago; waiting: %(waiting)d.")
    return text % {"worker": command, "waiting": waiting, "seconds": seconds(now, seen_at)}


def seconds(now: datetime, at: datetime) -> int:
    return max(0, round((now - at).total_seconds()))

"""Figures of the site that are the same in every process: read from the database when asked."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from django.conf import settings
from django.core.files.storage import FileSystemStorage, default_storage
from django.db import connection
from django.utils import timezone
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from articles.queries.work_queues import (
    article_deposit_counts,
    deposit_counts,
    work_queues,
    workers_last_seen,
)
from journal.replica.watch import watch

from .readiness import existing_folder
from .timed_call import TimedCall
from .versions import versions

REPLICA_SECONDS = 1.0  # to wait for the first answers
SECONDS = 5.0  # for the figures of the database; of the storage
CONNECTIONS = """
    SELECT coalesce(state, 'other'), count(*) FROM pg_stat_activity
    WHERE datname = current_database() GROUP BY 1
"""
logger = logging.getLogger(__name__)


def gauge(name: str, about: str, label: str, values: Iterable[tuple[str, float]]) -> Metric:
    family = GaugeMetricFamily(f"journal_{name}", about, labels=[label])
    for key, value in values:
        family.add_metric([key], value)
    return family


def plain_gauge(name: str, about: str, value: float) -> Metric:
    return GaugeMetricFamily(f"journal_{name}", about, value=value)


def database_figures() -> list[Metric]:
    return [*queue_figures(), *deposit_figures(), *server_figures()]


def queue_figures() -> Iterator[Metric]:
    now = timezone.now()
    queues = work_queues(now)
    lengths = [(queue.name, float(queue.length)) for queue in queues]
    yield gauge("queue_length", "Rows that wait for a worker.", "queue", lengths)
    delays = [(queue.name, queue.delay(now).total_seconds()) for queue in queues]
    yield gauge("queue_oldest_seconds", "How long the oldest is late.", "queue", delays)
    seen = [(name, (now - at).total_seconds()) for name, at in workers_last_seen().items()]
    yield gauge("worker_seen_seconds", "Since a worker's last sign of life.", "worker", seen)


def deposit_figures() -> Iterator[Metric]:
    files = deposit_counts().items()
    yield gauge("deposits", "Files for Crossref.", "state", files)
    articles = article_deposit_counts().items()
    yield gauge("article_deposits", "Articles by their state at Crossref.", "state", articles)


def server_figures() -> Iterator[Metric]:
    with connection.cursor() as cursor:
        cursor.execute(CONNECTIONS)
        connections = cursor.fetchall()
        cursor.execute("SELECT pg_database_size(current_database())")
        (size,) = cursor.fetchone()
    yield gauge("database_connections", "Connections of all programs.", "state", connections)
    yield plain_gauge("database_bytes", "Size of the database.", size)


def replica_figures() -> Iterator[Metric]:
    """As the process that answers knows it; the lag is missing while it is not known."""
    _is_primary_up, is_up, lag = watch.state(REPLICA_SECONDS)
    yield plain_gauge("replica_up", "Whether the replica answers.", is_up)
    if lag is not None:
        yield plain_gauge("replica_lag_seconds", "How far the replica is behind.", lag)


def storage_figures() -> list[Metric]:
    """Nothing for a bucket, which has no end."""
    if not isinstance(default_storage, FileSystemStorage):
        return []
    disk = shutil.disk_usage(existing_folder(Path(settings.MEDIA_ROOT)))
    return [
        plain_gauge("media_free_bytes", "Free space for uploaded files.", disk.free),
        plain_gauge("media_total_bytes", "Size of their disk.", disk.total),
    ]


DATABASE = TimedCall(database_figures, SECONDS)
STORAGE = TimedCall(storage_figures, SECONDS)


class SiteFigures(Collector):
    """Both groups are read at the same time; one that fails leaves the other alone."""

    def collect(self) -> Iterator[Metric]:
        about = "The program and what it stands on."
        info = GaugeMetricFamily("journal_info", about, labels=list(versions()))
        info.add_metric(list(versions().values()), 1)
        yield info
        if settings.REPLICA_URL:
            yield from replica_figures()
        groups = [("database", DATABASE.start()), ("storage", STORAGE.start())]
        for name, run in groups:
            is_up = True
            try:
                yield from run.result()
            except Exception:  # each partner raises its own
                logger.warning("metrics: no figures of the %s", name, exc_info=True)
                is_up = False
            yield plain_gauge(f"{name}_up", f"Whether the {name} answers.", is_up)

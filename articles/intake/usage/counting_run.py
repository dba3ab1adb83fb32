"""One run over access logs: read in order of time, counted, saved part by part."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from functools import lru_cache
from ipaddress import ip_address
from itertools import islice
from pathlib import Path

import msgspec
from django.conf import settings
from django.utils import timezone

from articles.models import UsageLog
from articles.usage.access_log import Access
from articles.usage.actions import action_of, article_of, is_counted
from articles.usage.counting import Metric, Reader, UsageCounter
from articles.usage.log_files import LogFile, LogLine, in_order_of_time

from .countries import country_lookup
from .saving import LogProgress, load_state, save_part
from .site_items import SiteItemsLoader

CHUNK = 2_000  # requests whose articles are fetched at once
SAVED_CHUNKS = 25  # after which a part is saved
CLOCK_SECONDS = 86_400  # how far a log's clock may be ahead of ours


class Result(msgspec.Struct):
    """What a run counted; the problems of a log are attributes of that log."""

    logs: list[LogFile]
    empty: list[Path]  # files without a whole first line
    lines: int = 0
    investigations: int = 0
    requests: int = 0


def count_logs(
    paths: Sequence[Path],
    now: datetime,
    report_progress: Callable[[Result], None] = lambda result: None,
) -> Result:
    """Count what the logs have since the last run; report progress after each saved part.

    Raises OSError, NoCountries, and CountedMeanwhile.
    """
    logs, empty = open_logs(paths)
    run = CountingRun(logs, now)
    result = Result(list(logs.values()), empty)
    lines, chunks = in_order_of_time(logs.values()), 0
    while chunk := list(islice(lines, CHUNK)):
        run.count(chunk)
        chunks += 1
        if chunks % SAVED_CHUNKS == 0:
            run.save(result)
            report_progress(result)
    run.save(result)
    return result


def open_logs(paths: Iterable[Path]) -> tuple[dict[str, LogFile], list[Path]]:
    """The logs by fingerprint, each where its last count ended; and files without a line.

    Of two files with the same first line, such as one just being compressed, the plain one.
    """
    logs: dict[str, LogFile] = {}
    empty = []
    for path in sorted(paths, key=lambda path: (path.suffix == ".gz", str(path))):
        fingerprint = LogFile(path).fingerprint()
        if not fingerprint:
            empty.append(path)
        logs.setdefault(fingerprint, LogFile(path))
    logs.pop("", None)
    for row in UsageLog.objects.filter(pk__in=logs):
        logs[row.pk].offset, logs[row.pk].lines = row.offset, row.lines
    return logs, empty


class CountingRun:
    def __init__(self, logs: dict[str, LogFile], now: datetime) -> None:
        self.now = now
        self.latest = int(now.timestamp()) + CLOCK_SECONDS
        self.number, state = load_state(now)
        self.counter = UsageCounter(timezone.get_default_timezone(), state)
        self.loader = SiteItemsLoader()
        self.country_of = country_lookup(settings.USAGE_COUNTRIES)
        self.fingerprints = {log: fingerprint for fingerprint, log in logs.items()}
        self.reached: dict[LogFile, LogLine] = {}

    def count(self, lines: Sequence[LogLine]) -> None:
        accesses = list(self.counted_accesses(lines))
        articles = [article_of(access.path) for access in accesses]
        items = self.loader.items({article for article in articles if article})
        for access in accesses:
            if action := action_of(access.path, items):
                country = self.country_of(access.address)
                reader = Reader(access.address, access.agent, access.path, country)
                self.counter.add(reader, action, access.time)

    def counted_accesses(self, lines: Iterable[LogLine]) -> Iterator[Access]:
        for line in lines:
            self.reached[line.log] = line
            if line.access is None:
                continue
            if line.time > self.latest:
                line.log.note_unknown(line.lines)
            elif article_of(line.access.path) and is_counted(line.access, is_office):
                yield line.access

    def save(self, result: Result) -> None:
        totals = self.counter.take_totals()
        self.counter.prune()
        progress = [
            LogProgress(self.fingerprints[log], str(log.path), line.offset, line.lines)
            for log, line in self.reached.items()
        ]
        self.number = save_part(self.number, totals, self.counter.state, progress, self.now)
        result.lines = sum(line.lines - log.lines for log, line in self.reached.items())
        for (_article, _day, metric, _country), count in totals.items():
            result.investigations += count * (metric == Metric.TOTAL_INVESTIGATIONS)
            result.requests += count * (metric == Metric.TOTAL_REQUESTS)


@lru_cache(10_000)
def is_office(address: str) -> bool:
    """Whether the address is one of the editors' networks."""
    if not settings.USAGE_OFFICE:
        return False
    try:
        found = ip_address(address)
    except ValueError:
        return False
    return any(found in network for network in settings.USAGE_OFFICE)

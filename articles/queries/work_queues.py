"""What waits for background workers, and when each kind of worker was last seen."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, NamedTuple

from django.db.models import Count, Min, QuerySet

from articles.models import (
    Article,
    Deposit,
    Heartbeat,
    IssueFile,
    Mail,
    Manuscript,
    OjsImport,
)

WORKER_TIMEOUT = timedelta(minutes=10)  # longer than a step of a worker takes


class WorkQueue(NamedTuple):
    name: str
    worker: str  # the command that works on it
    length: int
    oldest_at: datetime | None  # since when the row that comes first could have been taken

    def delay(self, now: datetime) -> timedelta:
        """Return for how long the oldest row of the queue has waited."""
        return max(now - self.oldest_at, timedelta()) if self.oldest_at else timedelta()


def work_queues(now: datetime) -> list[WorkQueue]:
    """Every queue, also the empty ones: one query each."""
    queued = Deposit.objects.filter(state=Deposit.State.QUEUED)
    sent = Deposit.objects.filter(state__in=(Deposit.State.SENDING, Deposit.State.SENT))
    return [
        measure_queue("scheduled", "deposit", scheduled_articles(now), "scheduled_for"),
        measure_queue("due", "deposit", due_articles().filter(doi__isnull=False), "changed_at"),
        measure_queue("deposits", "deposit", queued, "due_at"),
        measure_queue("results", "poll_deposits", sent, "due_at"),
        measure_queue("mail", "deposit", Mail.objects.waiting(), "created_at"),
        measure_queue("ojs_imports", "import_ojs_uploads", unfinished_imports(), "due_at"),
        measure_queue("manuscripts", "read_manuscripts", Manuscript.objects.waiting(), "added_at"),
        measure_queue("issue_files", "read_manuscripts", IssueFile.objects.waiting(), "asked_at"),
    ]


def measure_queue(name: str, worker: str, rows: QuerySet[Any], since: str) -> WorkQueue:
    figures = rows.order_by().aggregate(length=Count("pk"), oldest_at=Min(since))
    return WorkQueue(name, worker, **figures)


def scheduled_articles(now: datetime) -> QuerySet[Article]:
    """Articles whose scheduled hour of publication has come."""
    return Article.objects.exclude(status__in=Article.PUBLIC).filter(scheduled_for__lte=now)


def unfinished_imports() -> QuerySet[OjsImport]:
    """Moves from OJS that a worker has or should take; of one at work `due_at` lies ahead."""
    return OjsImport.objects.filter(state__in=OjsImport.WORK)


def due_articles() -> QuerySet[Article]:
    """Public articles that were never sent or have changed since, unless registered elsewhere."""
    states = (Article.DepositState.DUE, Article.DepositState.CHANGED)
    due = Article.objects.public().filter(deposit_state__in=states)
    return due.exclude(doi_state=Article.DoiState.ELSEWHERE).order_by("journal_id", "pk")


def deposit_counts() -> dict[str, int]:
    """Files for Crossref by their state; states that no file has count 0."""
    rows = Deposit.objects.values_list("state").annotate(Count("pk"))
    return dict.fromkeys(map(str, Deposit.State), 0) | dict(rows)


def article_deposit_counts() -> dict[str, int]:
    """Articles by their state at Crossref; states that no article has count 0."""
    rows = Article.objects.order_by().values_list("deposit_state").annotate(Count("pk"))
    return dict.fromkeys(map(str, Article.DepositState), 0) | dict(rows)


def workers_last_seen() -> dict[str, datetime]:
    """The newest heartbeat by command; a worker that ends normally deletes its own."""
    heartbeats = Heartbeat.objects.order_by("at").values_list("worker", "at")
    return {worker.partition("@")[0]: at for worker, at in heartbeats}


def missing_workers(now: datetime) -> list[str]:
    """Commands whose workers fell silent, or that nobody runs although their queue waits."""
    seen = workers_last_seen()
    silent = {worker for worker, at in seen.items() if now - at > WORKER_TIMEOUT}
    late = {queue.worker for queue in work_queues(now) if queue.delay(now) > WORKER_TIMEOUT}
    return sorted(silent | (late - seen.keys()))

"""The loop of every worker: works while there is work, and is seen without writing each time."""

import pytest
from django.utils import timezone

from articles.dois import worker
from articles.models import Heartbeat
from articles.queries.work_queues import WORKER_TIMEOUT

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_worker_counts_its_steps_and_its_heart_beats_seldom(monkeypatch):
    beats = []
    monkeypatch.setattr(worker, "write_heartbeat", beats.append)
    steps = iter([*range(50), None])

    count = worker.Worker("reads", lambda: next(steps)).run(once=True)

    assert (count, len(beats)) == (50, 1)
    assert not Heartbeat.objects.exists()


def test_a_worker_that_works_for_long_is_seen_in_between(monkeypatch):
    beats = []
    monkeypatch.setattr(worker, "write_heartbeat", beats.append)
    monkeypatch.setattr(worker, "HEARTBEAT_SECONDS", 0.0)
    steps = iter([1, 2, None])

    worker.Worker("reads", lambda: next(steps)).run(once=True)

    assert len(beats) == 3


def test_a_worker_that_ends_clears_away_what_killed_ones_left_here():
    now = timezone.now()
    ended = worker.Worker("deposit", lambda: None)
    Heartbeat.objects.create(worker=f"{ended.place}1", at=now - WORKER_TIMEOUT * 2)
    others = [f"{ended.place}2", "deposit@elsewhere:1", "poll_deposits@here:1"]
    Heartbeat.objects.create(worker=others[0], at=now)  # works beside it
    for name in others[1:]:
        Heartbeat.objects.create(worker=name, at=now - WORKER_TIMEOUT * 2)

    ended.run(once=True)

    assert sorted(Heartbeat.objects.values_list("worker", flat=True)) == sorted(others)

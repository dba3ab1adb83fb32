"""The loop of every worker: works while there is work, and is seen without writing each time."""

import pytest

from articles.dois import worker
from articles.models import Heartbeat

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

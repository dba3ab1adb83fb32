"""What `/readyz` and `/metrics` say of the replica."""

import pytest

from journal.monitoring import readiness, site_figures


class Seen:
    """A watch that has seen this."""

    def __init__(self, is_up, lag):
        self.is_up, self.lag = is_up, lag

    def state(self, seconds):
        return True, self.is_up, self.lag


@pytest.mark.parametrize("lag", [None, 0, 5])
def test_a_replica_within_the_bound_is_ready(monkeypatch, lag):
    monkeypatch.setattr(readiness, "watch", Seen(True, lag))

    readiness.check_replica()


@pytest.mark.parametrize(
    ("is_up", "lag", "problem"),
    [
        (False, 0, "does not answer; pages are read from the primary server"),
        (True, 61.7, "61 s behind; pages are read from the primary server"),
    ],
)
def test_another_is_not(monkeypatch, is_up, lag, problem):
    monkeypatch.setattr(readiness, "watch", Seen(is_up, lag))

    with pytest.raises(readiness.NotReady) as raised:
        readiness.check_replica()
    assert str(raised.value) == problem


@pytest.mark.parametrize(
    ("lag", "expected"),
    [
        (0.5, {"journal_replica_up": 1, "journal_replica_lag_seconds": 0.5}),
        (None, {"journal_replica_up": 1}),
    ],
)
def test_the_metrics_have_the_lag_while_it_is_known(monkeypatch, lag, expected):
    monkeypatch.setattr(site_figures, "watch", Seen(True, lag))

    metrics = site_figures.replica_figures()

    assert {metric.name: metric.samples[0].value for metric in metrics} == expected

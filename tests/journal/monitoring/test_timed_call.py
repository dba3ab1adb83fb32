"""Calls with a time limit: one thread at a time, however often a frozen partner is asked."""

from threading import Event, active_count

import pytest

from journal.monitoring import timed_call
from journal.monitoring.timed_call import TimedCall


class Partner:
    """Answers the number of calls, once it is released."""

    def __init__(self):
        self.released = Event()
        self.calls = 0

    def __call__(self):
        self.calls += 1
        self.released.wait(30)
        return self.calls


@pytest.fixture
def partner():
    partner = Partner()
    yield partner
    partner.released.set()


def test_the_result_and_the_exception_come_back():
    def fail():
        raise ValueError("no")

    assert TimedCall(lambda: 7, 5)() == 7
    with pytest.raises(ValueError, match="no"):
        TimedCall(fail, 5)()


def test_a_frozen_partner_is_asked_once_and_its_later_callers_do_not_wait(partner):
    call, threads = TimedCall(partner, 0.05), active_count()

    for _caller in range(20):
        with pytest.raises(TimeoutError):
            call()

    assert (partner.calls, active_count()) == (1, threads + 1)


def test_a_partner_that_answers_again_is_asked_again(partner, monkeypatch):
    monkeypatch.setattr(timed_call, "FRESH_SECONDS", 0)
    call = TimedCall(partner, 0.05)
    with pytest.raises(TimeoutError):
        call()

    partner.released.set()
    first = call.run
    first.future.result(5)

    assert TimedCall.__call__(call) == 2


def test_callers_within_a_second_share_a_result(partner):
    partner.released.set()
    call = TimedCall(partner, 5)

    assert (call(), call(), partner.calls) == (1, 1, 1)

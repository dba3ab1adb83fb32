"""When a replica may be read from: how far it is behind, by positions seen at moments."""

import pytest

from journal.replica.lag import SILENT_SECONDS, Lag

MOST = 5.0


def seen(*events):
    """What the servers had: ("primary", at, position) or ("replica", at, position)."""
    lag = Lag()
    for server, at, position in events:
        (lag.note_primary if server == "primary" else lag.note_replica)(at, position)
    return lag


def test_a_replica_that_has_all_that_the_primary_had_is_not_behind():
    lag = seen(("primary", 0, 100), ("replica", 0, 100), ("primary", 1, 100), ("replica", 1, 100))

    assert lag.seconds == 0
    assert lag.allows_replica(1, MOST, must_be_known=True)


def test_an_idle_site_is_never_behind():
    lag = seen(*((server, at, 100) for at in range(60) for server in ("primary", "replica")))

    assert lag.seconds == 0


def test_the_lag_is_the_age_of_the_first_change_that_is_missing():
    lag = seen(
        ("primary", 0, 100),
        ("replica", 0, 100),
        ("primary", 1, 110),
        ("primary", 4, 140),
        ("replica", 4, 105),
    )

    assert lag.seconds == 3
    assert lag.allows_replica(4, MOST, must_be_known=True)
    lag.note_primary(7, 140)
    lag.note_replica(7, 105)
    assert not lag.allows_replica(7, MOST, must_be_known=False)


def test_a_replica_that_was_never_seen_to_have_anything_is_not_read():
    lag = seen(("primary", 0, 100), ("replica", 0, 50))

    assert lag.seconds is None
    assert not lag.allows_replica(0, MOST, must_be_known=False)


def test_a_replica_that_does_not_answer_is_not_read():
    lag = seen(("primary", 0, 100), ("replica", 0, 100), ("primary", 10, 100))

    assert not lag.allows_replica(10, MOST, must_be_known=False)


@pytest.mark.parametrize("must_be_known", [True, False])
def test_while_the_primary_is_away_pages_come_from_the_replica_and_harvests_do_not(must_be_known):
    lag = seen(("primary", 0, 100), ("replica", 0, 100), ("replica", 60, 100))

    assert not lag.is_primary_up(60)
    assert lag.allows_replica(60, MOST, must_be_known) is not must_be_known


def test_a_replica_that_was_too_far_behind_is_not_read_when_the_primary_goes():
    lag = seen(("primary", 0, 100), ("replica", 0, 100), ("primary", 1, 200))
    lag.note_primary(1 + MOST + 1, 200)
    lag.note_replica(60, 150)

    assert not lag.allows_replica(60, MOST, must_be_known=False)


def test_time_without_the_primary_is_not_counted_as_lag():
    lag = seen(("primary", 0, 100), ("replica", 0, 100), ("primary", 1, 101), ("replica", 60, 100))

    assert lag.seconds == 0
    assert lag.allows_replica(60, MOST, must_be_known=False)


def test_a_program_that_starts_while_the_primary_is_away_reads_from_the_replica():
    lag = seen(("replica", 0, 100))

    assert lag.allows_replica(SILENT_SECONDS, MOST, must_be_known=False)
    assert not lag.allows_replica(SILENT_SECONDS, MOST, must_be_known=True)

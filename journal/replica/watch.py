"""Asks the primary server and the replica each second how far they are, while the site is read.

Each has a thread and a connection of its own: one that does not answer delays neither the other
nor any request.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from threading import Event, Lock, Thread

from django.conf import settings
from django.db import DatabaseError, connections

from . import PRIMARY, REPLICA
from .lag import Lag

SECONDS = 1.0  # between two questions
POSITIONS = {
    PRIMARY: "SELECT pg_current_wal_flush_lsn() - '0/0'",
    # NULL from a server that is no replica, or no longer.
    REPLICA: "SELECT CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn() - '0/0' END",
}
logger = logging.getLogger(__name__)


class Watch:
    """Follows both servers, from the first request that the replica could answer; one a process."""

    def __init__(self) -> None:
        self.lag = Lag()
        self.lock = Lock()
        self.is_started = False
        self.first_answers = {PRIMARY: Event(), REPLICA: Event()}

    def allows_replica(self, must_be_known: bool = False) -> bool:
        self.start()
        with self.lock:
            most = settings.REPLICA_LAG_SECONDS
            return self.lag.allows_replica(time.monotonic(), most, must_be_known)

    def start(self) -> None:
        with self.lock:
            if self.is_started:
                return
            self.is_started = True
        for alias, note in ((PRIMARY, self.note_primary), (REPLICA, self.note_replica)):
            Thread(
                target=self.follow, args=(alias, note), name=f"{alias} watch", daemon=True
            ).start()

    def state(self, seconds: float) -> tuple[bool, bool, float | None]:
        """Whether the primary and the replica answer, and the lag; waits for the first answers."""
        self.start()
        deadline = time.monotonic() + seconds
        for answer in self.first_answers.values():
            answer.wait(max(0.0, deadline - time.monotonic()))
        with self.lock:
            now = time.monotonic()
            return self.lag.is_primary_up(now), self.lag.is_replica_up(now), self.lag.seconds

    def follow(self, alias: str, note: Callable[[float, int], None]) -> None:
        is_well = True
        while True:
            at = time.monotonic()
            try:
                note(at, ask_position(alias))
                is_well = True
            except Exception as error:  # whatever it is, this thread goes on
                connections[alias].close()
                if is_well:
                    logger.warning("The %s database does not answer. %s", alias, error)
                is_well = False
            self.first_answers[alias].set()
            time.sleep(SECONDS)

    def note_primary(self, at: float, position: int) -> None:
        with self.lock:
            self.lag.note_primary(at, position)

    def note_replica(self, at: float, position: int) -> None:
        with self.lock:
            self.lag.note_replica(at, position)


def ask_position(alias: str) -> int:
    """Raises DatabaseError, also for a replica that has become a primary server."""
    with connections[alias].cursor() as cursor:
        cursor.execute(POSITIONS[alias])
        (position,) = cursor.fetchone()
    if position is None:
        raise DatabaseError("It is not a replica.")
    return int(position)


watch = Watch()

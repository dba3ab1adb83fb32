"""How far a replica is behind the primary server, by what each of them was last seen to have.

Positions in PostgreSQL's log of changes (WAL) are compared, as numbers of bytes. So a replica of
an idle site never seems to be behind, and one whose link to the primary is cut never up to date.
"""

from __future__ import annotations

from collections import deque

LONGEST_MEMORY = 600  # positions of the primary that the replica has not reached
SILENT_SECONDS = 3.0  # a server last seen longer ago does not answer


class Lag:
    """Times are of the monotonic clock, in seconds."""

    def __init__(self) -> None:
        self.ahead: deque[tuple[float, int]] = deque(maxlen=LONGEST_MEMORY)
        self.is_compared = False  # the replica has reached something that the primary had
        self.primary_seen_at = self.replica_seen_at = float("-inf")

    def note_primary(self, at: float, position: int) -> None:
        """`at` is when the primary was asked."""
        self.ahead.append((at, position))
        self.primary_seen_at = at

    def note_replica(self, at: float, position: int) -> None:
        while self.ahead and self.ahead[0][1] <= position:
            self.ahead.popleft()
            self.is_compared = True
        self.replica_seen_at = at

    @property
    def seconds(self) -> float | None:
        """How old the first change is that the replica lacks, when the primary was last seen.

        0 if it lacks nothing; None if the two were not compared yet.
        """
        if not self.is_compared:
            return None
        return self.primary_seen_at - self.ahead[0][0] if self.ahead else 0.0

    def is_replica_up(self, now: float) -> bool:
        return now - self.replica_seen_at <= SILENT_SECONDS

    def is_primary_up(self, now: float) -> bool:
        return now - self.primary_seen_at <= SILENT_SECONDS

    def allows_replica(self, now: float, most: float, must_be_known: bool) -> bool:
        """Whether to read from the replica, which may be `most` seconds behind.

        While the primary does not answer there is nothing better than a replica that was not seen
        to be too far behind; but with `must_be_known` only one whose lag is known now.
        """
        if not self.is_replica_up(now):
            return False
        seconds = self.seconds
        if seconds is None:
            return not must_be_known and not self.is_primary_up(now)
        return seconds <= most and (self.is_primary_up(now) or not must_be_known)

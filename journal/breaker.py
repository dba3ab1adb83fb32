"""Leaves a partner that did not answer alone for a while, so that not every request waits."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager


class Unavailable(ConnectionError):
    """The cache or the bucket does not answer, or refuses to."""


class Breaker:
    """Of one partner, in one process. `errors` are those that say that the partner is away."""

    def __init__(self, partner: str, seconds: float, *errors: type[Exception]) -> None:
        self.partner = partner
        self.seconds = seconds
        self.errors = errors
        self.asked_again_at = float("-inf")  # on the monotonic clock

    @contextmanager
    def guard(self) -> Iterator[None]:
        """Around a call of the partner. Raises Unavailable: after an error, and then at once."""
        if time.monotonic() < self.asked_again_at:
            raise Unavailable(f"The {self.partner} did not answer some seconds ago.")
        try:
            yield
        except self.errors as error:
            self.asked_again_at = time.monotonic() + self.seconds
            raise Unavailable(f"The {self.partner} does not answer: {error}") from error

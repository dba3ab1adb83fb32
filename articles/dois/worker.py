"""A loop that can be stopped: work while there is some, else sleep; seen by its heartbeat."""

from __future__ import annotations

import logging
import os
import signal
import socket
import threading
import time
from collections.abc import Callable
from types import FrameType

from django.db import OperationalError, close_old_connections
from django.utils import timezone

from articles.models import Heartbeat

logger = logging.getLogger(__name__)
SECONDS_BETWEEN = 5.0
HEARTBEAT_SECONDS = 4.0  # at least, between two


class Worker:
    """Runs `step` until it says that nothing is left; again and again unless `once`."""

    def __init__(self, name: str, step: Callable[[], object | None]) -> None:
        self.name = f"{name}@{socket.gethostname()[:16]}:{os.getpid()}"
        self.step = step
        self.stopped = threading.Event()
        self.beaten = -HEARTBEAT_SECONDS

    def run(self, *, once: bool = False, seconds: float = SECONDS_BETWEEN) -> int:
        """Returns how many steps did something; SIGTERM and Ctrl-C let the step at hand end."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._stop)
        count = 0
        while not self.stopped.is_set():
            count += self._drain()
            if once:
                break
            self.stopped.wait(seconds)
        Heartbeat.objects.filter(worker=self.name).delete()
        return count

    def _drain(self) -> int:
        """A database that is away is waited for: the loop must outlive it."""
        count = 0
        close_old_connections()
        try:
            self._beat()
            while not self.stopped.is_set() and self.step() is not None:
                self._beat()  # many steps may take longer than a heart may pause
                count += 1
        except OperationalError:
            logger.exception("the database is away")
        return count

    def _beat(self) -> None:
        """A worker that looks often need not write as often."""
        if time.monotonic() - self.beaten >= HEARTBEAT_SECONDS:
            beat(self.name)
            self.beaten = time.monotonic()

    def _stop(self, _number: int, _frame: FrameType | None) -> None:
        self.stopped.set()


def beat(name: str) -> None:
    Heartbeat.objects.update_or_create(worker=name, defaults={"at": timezone.now()})

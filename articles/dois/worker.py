"""A loop that can be stopped: work while there is some, else sleep; seen by its heartbeat."""

from __future__ import annotations

import logging
import os
import signal
import socket
import threading
from collections.abc import Callable
from types import FrameType

from django.db import OperationalError, close_old_connections
from django.utils import timezone

from articles.models import Heartbeat

logger = logging.getLogger(__name__)
SECONDS_BETWEEN = 5.0


class Worker:
    """Runs `step` until it says that nothing is left; again and again unless `once`."""

    def __init__(self, name: str, step: Callable[[], object | None]) -> None:
        self.name = f"{name}@{socket.gethostname()[:16]}:{os.getpid()}"
        self.step = step
        self.stopped = threading.Event()

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
            beat(self.name)
            while not self.stopped.is_set() and self.step() is not None:
                beat(self.name)  # many steps may take longer than a heart may pause
                count += 1
        except OperationalError:
            logger.exception("the database is away")
        return count

    def _stop(self, _number: int, _frame: FrameType | None) -> None:
        self.stopped.set()


def beat(name: str) -> None:
    Heartbeat.objects.update_or_create(worker=name, defaults={"at": timezone.now()})

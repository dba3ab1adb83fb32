"""A background worker: a loop that works or sleeps, with a heartbeat in the database."""

from __future__ import annotations

import logging
import os
import signal
import socket
import threading
import time
from collections.abc import Callable
from types import FrameType

from django.db import InterfaceError, OperationalError, close_old_connections
from django.db.models import Q
from django.utils import timezone

from articles.models import Heartbeat
from articles.queries.work_queues import WORKER_TIMEOUT
from journal.breaker import Unavailable

logger = logging.getLogger(__name__)
SECONDS_BETWEEN = 5.0
HEARTBEAT_SECONDS = 4.0  # at least, between two heartbeats


class Worker:
    """Runs `step` until it returns None, then waits and begins again."""

    def __init__(self, name: str, step: Callable[[], object | None]) -> None:
        self.place = f"{name}@{socket.gethostname()[:16]}:"
        self.name = f"{self.place}{os.getpid()}"
        self.step = step
        self.stopped = threading.Event()
        self.last_heartbeat = -HEARTBEAT_SECONDS

    def run(self, *, once: bool = False, seconds: float = SECONDS_BETWEEN) -> int:
        """Returns how many steps did something. SIGTERM ends it after the current step."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._stop)
        count = 0
        while not self.stopped.is_set():
            count += self._drain()
            if once:
                break
            self.stopped.wait(seconds)
        self._delete_heartbeats()
        return count

    def _drain(self) -> int:
        """Runs all steps that are due. A database or storage that is away does not end the loop."""
        count = 0
        close_old_connections()
        try:
            self._write_heartbeat()
            while not self.stopped.is_set() and self.step() is not None:
                self._write_heartbeat()  # many steps may take longer than the heartbeat interval
                count += 1
        except (OperationalError, InterfaceError):
            logger.exception("the database is not available")
        except Unavailable:
            logger.exception("the storage is not available")
        return count

    def _write_heartbeat(self) -> None:
        """Writes a heartbeat, unless the last one is recent."""
        if time.monotonic() - self.last_heartbeat >= HEARTBEAT_SECONDS:
            write_heartbeat(self.name)
            self.last_heartbeat = time.monotonic()

    def _delete_heartbeats(self) -> None:
        """Its own, and those that killed workers of the same kind left on this machine."""
        left = Q(worker__startswith=self.place, at__lt=timezone.now() - WORKER_TIMEOUT)
        Heartbeat.objects.filter(left | Q(worker=self.name)).delete()

    def _stop(self, _number: int, _frame: FrameType | None) -> None:
        self.stopped.set()


def write_heartbeat(name: str) -> None:
    Heartbeat.objects.update_or_create(worker=name, defaults={"at": timezone.now()})

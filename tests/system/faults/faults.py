"""The faults. Each is made while editors work; it says what was done, and undoes it."""

from __future__ import annotations

import shutil
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from tests.system.faults.site import YESTERDAY, Site, full

SECONDS = 15.0  # of a fault that lasts
Fault = Callable[[Site], None]


def nothing(site: Site) -> None:
    """nothing, to compare with"""
    time.sleep(SECONDS)


def web_server_killed(site: Site) -> None:
    """kill -9 of the web server and its workers, twice"""
    for _time in range(2):
        time.sleep(2)
        site.kill_web()
        site.start_web()


def web_worker_killed(site: Site) -> None:
    """kill -9 of one of the two processes of the web server"""
    assert site.web
    site.web.children()[0].kill()
    time.sleep(SECONDS)


def workers_killed(site: Site) -> None:
    """kill -9 of the workers that send and poll deposits, five times"""
    for _time in range(5):
        time.sleep(1.5)
        site.kill_workers()
        site.start_workers()


def database_restarted(site: Site) -> None:
    """PostgreSQL stopped for 4 s, and started again"""
    time.sleep(2)
    site.server.stop()
    time.sleep(4)
    site.server.start()


def database_killed(site: Site) -> None:
    """PostgreSQL ended at once (SIGQUIT), without writing its data: it recovers from its log"""
    time.sleep(2)
    site.server.stop(signal.SIGQUIT)
    site.server.start()


def files_full(site: Site) -> None:
    """no byte free for files"""
    with full(site.files):
        time.sleep(SECONDS)


def database_full(site: Site) -> None:
    """no byte free for the database"""
    with full(site.server.folder.parent):
        time.sleep(SECONDS)


def clock_back(site: Site) -> None:
    """the clock of web server and workers goes back a day, and forward again"""
    with clock(site, YESTERDAY):
        time.sleep(SECONDS)


@contextmanager
def clock(site: Site, command: tuple[str, ...]) -> Iterator[None]:
    for own in (command, ()):
        site.stop()
        site.clock = own
        site.start()
        if own:
            yield


def missing(fault: Fault) -> str:
    """What this machine lacks for the fault."""
    if fault is clock_back and not shutil.which("faketime"):
        return "faketime is not installed"
    return ""


ON_SMALL_DISKS = (files_full, database_full)
FAULTS: tuple[Fault, ...] = (
    nothing,
    web_server_killed,
    web_worker_killed,
    workers_killed,
    database_restarted,
    database_killed,
    files_full,
    database_full,
    clock_back,
)

"""The site asked in this process, and its CPU time in units of an empty view.

Machines differ, and one machine differs from hour to hour. So every time is divided by that of an
empty Django view ("hello") with the same middleware, measured immediately before and after it. CPU
time is that of Python and of the PostgreSQL process together.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from statistics import mean, median
from typing import NamedTuple

import psutil
from django.core.handlers.wsgi import WSGIHandler
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

HELLO = "/hello/"
HELLO_CALLS = 20
ROUNDS = 15

Act = Callable[[], object]


class Response(NamedTuple):
    status: int
    headers: dict[str, str]
    body: bytes


class Site:
    """Answers requests through all middleware, as the web server would ask."""

    def __init__(self) -> None:
        self.handler = WSGIHandler()
        self.factory = RequestFactory()
        self.hello = self.environ(HELLO)

    def environ(self, path: str, headers: dict[str, str] | None = None) -> dict:
        """A GET request as a browser sends it."""
        headers = {"Accept-Encoding": "gzip", **(headers or {})}
        return self.factory.get(path, HTTP_HOST="127.0.0.1", headers=headers).environ

    def get(self, environ: dict, expected_status: int = 200) -> Response:
        heads: list = []
        chunks = self.handler(
            dict(environ), lambda status, headers: heads.append((status, headers))
        )
        body = b"".join(chunks)
        chunks.close()
        status, headers = int(heads[0][0][:3]), dict(heads[0][1])
        if status != expected_status:
            raise SystemExit(f"{environ['PATH_INFO']} answered {status}, not {expected_status}")
        return Response(status, headers, body)

    def count_queries(self, environ: dict, expected_status: int = 200) -> int:
        with CaptureQueriesContext(connection) as queries:
            self.get(environ, expected_status)
        return len(queries)

    def say_hello(self) -> None:
        for _call in range(HELLO_CALLS):
            self.get(self.hello)


def cpu_ratio(
    site: Site, act: Act, *, rounds: int = ROUNDS, calls: int = 1, before: Act | None = None
) -> float:
    """CPU time of one call in units of an empty view: the median of the rounds.

    `before` runs before every call and is not counted.
    """
    ratios = []
    hello = cpu_ms(site.say_hello)
    for _round in range(rounds):
        cost = 0.0
        for _call in range(calls):
            if before:
                before()
            cost += cpu_ms(act)
        previous_hello, hello = hello, cpu_ms(site.say_hello)
        ratios.append(cost / calls / mean((previous_hello, hello)) * HELLO_CALLS)
    return median(ratios)


def elapsed_ratio(site: Site, act: Act) -> float:
    """Time on the clock instead of CPU time, for what runs in several processes."""
    hello = elapsed_ms(site.say_hello)
    elapsed = elapsed_ms(act)
    return elapsed / mean((hello, elapsed_ms(site.say_hello))) * HELLO_CALLS


def cpu_ms(act: Act) -> float:
    """Milliseconds of CPU in this process and in its PostgreSQL process."""
    database = database_cpu_ms()
    start = time.process_time()
    act()
    python = time.process_time() - start
    return python * 1000 + database_cpu_ms() - database


def database_cpu_ms() -> float:
    """Linux counts nanoseconds in schedstat; elsewhere a process has hundredths of a second."""
    connection.ensure_connection()
    pid = connection.connection.info.backend_pid
    try:
        return int(Path(f"/proc/{pid}/schedstat").read_text().split()[0]) / 1e6
    except OSError:
        return sum(psutil.Process(pid).cpu_times()[:2]) * 1000


def elapsed_ms(act: Act) -> float:
    start = time.perf_counter()
    act()
    return (time.perf_counter() - start) * 1000

"""CPU that a request costs Python and PostgreSQL together, beside an empty view in the same run."""

from __future__ import annotations

import gzip
import time
from collections.abc import Callable
from statistics import median

import psutil

ROUNDS = 15
HELLOS = 40  # of them a round
REQUESTS = 10  # of each page a round


class Asker:
    """Asks the site in this process, through all of its middleware."""

    def __init__(self) -> None:
        from django.core.handlers.wsgi import WSGIHandler
        from django.db import connection
        from django.test import RequestFactory

        self.handler = WSGIHandler()
        self.factory = RequestFactory()
        self.connection = connection

    def environ(self, path: str, headers: dict[str, str] | None = None):
        request = self.factory.get(path, HTTP_HOST="127.0.0.1", headers=headers or {})
        return request.environ

    def ask(self, environ) -> tuple[str, dict[str, str], bytes]:
        said: list = []
        response = self.handler(
            dict(environ), lambda status, headers: said.append((status, headers))
        )
        body = b"".join(response)
        response.close()
        status, headers = said[0]
        return status, dict(headers), body

    def queries(self, path: str, headers: dict[str, str] | None = None) -> int:
        from django.test import Client
        from django.test.utils import CaptureQueriesContext

        client = Client(HTTP_HOST="127.0.0.1")
        client.get(path, headers=headers)
        with CaptureQueriesContext(self.connection) as asked:
            client.get(path, headers=headers)
        return len(asked)

    def database_process(self) -> psutil.Process:
        with self.connection.cursor() as cursor:
            cursor.execute("SELECT pg_backend_pid()")
            return psutil.Process(cursor.fetchone()[0])


class Cost:
    """Milliseconds of CPU a request; the median of the rounds, each beside its own hello."""

    def __init__(self) -> None:
        self.milliseconds: list[float] = []
        self.ratios: list[float] = []

    def add(self, milliseconds: float, hello: float) -> None:
        self.milliseconds.append(milliseconds)
        self.ratios.append(milliseconds / hello)

    @property
    def cpu(self) -> float:
        return median(self.milliseconds)

    @property
    def ratio(self) -> float:
        return median(self.ratios)


def costs(asker: Asker, pages: dict[str, list], hello) -> dict[str, Cost]:
    """Rounds of every page, so that a busy machine is as hard on one as on another."""
    found = {name: Cost() for name in pages}
    database = dict.fromkeys(pages, 0.0)
    for name, environs in pages.items():  # PostgreSQL counts in hundredths of a second
        many = environs * max(1, 400 // len(environs))
        process = asker.database_process()
        before = cpu_of(process)
        for environ in many:
            asker.ask(environ)
        database[name] = (cpu_of(asker.database_process()) - before) / len(many)
    for _round in range(ROUNDS):
        for name, environs in pages.items():
            empty = python_cpu(asker, [hello] * HELLOS)
            python = python_cpu(asker, (environs * REQUESTS)[:REQUESTS])
            found[name].add(python + database[name], empty)
    return found


def cpu(act: Callable[[], object], rounds: int = 5) -> float:
    """Milliseconds of CPU in Python: of some rounds the middle one."""
    times = []
    for _round in range(rounds):
        start = time.process_time()
        act()
        times.append((time.process_time() - start) * 1000)
    return round(median(times), 1)


def python_cpu(asker: Asker, environs: list) -> float:
    start = time.process_time()
    for environ in environs:
        asker.ask(environ)
    return (time.process_time() - start) / len(environs) * 1000


def cpu_of(process: psutil.Process) -> float:
    return sum(process.cpu_times()[:2]) * 1000


def packed(body: bytes) -> int:
    return len(gzip.compress(body, 6))


def measure(name: str, what: str, value: float, budget: float | None) -> dict:
    return {"name": name, "measure": what, "value": value, "budget": budget}

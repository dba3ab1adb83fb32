"""The web server as every site starts it, and many readers at once, for the scripts beside this."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from http.client import HTTPConnection, HTTPException
from pathlib import Path

import psutil

from tests.system.nginx_site import free_port

ROOT = Path(__file__).resolve().parents[2]
SECONDS_TO_START = 120


class Program:
    """The web server; a process of its own with workers."""

    def __init__(self, process: psutil.Process, port: int) -> None:
        self.process, self.port = process, port

    def get(self, path: str, seconds: float = 30.0) -> tuple[str, bytes]:
        """The status, or what happened instead of an answer; and the body."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=seconds)
        try:
            connection.request("GET", path)
            response = connection.getresponse()
            return str(response.status), response.read()
        except (OSError, HTTPException) as error:
            return type(error).__name__, b""
        finally:
            connection.close()

    def ask_at_once(self, clients: int, paths: Sequence[str]) -> Counter[str]:
        """The statuses that so many clients get, each of whom asks for every path."""

        def ask(number: int) -> list[str]:
            own = [*paths[number % len(paths) :], *paths[: number % len(paths)]]
            return [self.get(path)[0] for path in own]

        with ThreadPoolExecutor(clients) as pool:
            return Counter(status for found in pool.map(ask, range(clients)) for status in found)


@contextmanager
def web_server(database: str, log: Path, workers: int = 2, **environment: str) -> Iterator[Program]:
    port = free_port()
    command = [sys.executable, "-m", "journal.server", "--port", str(port)]
    site = {"DATABASE_URL": database, "SITE_URL": f"http://127.0.0.1:{port}", "DEBUG": ""}
    with open(log, "ab") as file:
        process = psutil.Popen(
            [*command, "--workers", str(workers)],
            cwd=ROOT,
            env={**os.environ, **site, **environment},
            stdout=file,
            stderr=file,
            start_new_session=True,
        )
    program = Program(process, port)
    try:
        wait_until_it_answers(program, log)
        yield program
    finally:
        end(process)


def wait_until_it_answers(program: Program, log: Path) -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    while program.get("/healthz", 5)[0] != "200":
        if time.monotonic() > deadline:
            raise SystemExit(f"The web server does not answer; see {log}.")
        time.sleep(0.2)


def end(process: psutil.Process) -> None:
    """Kill the process and its children."""
    with suppress(psutil.Error):
        for one in [*process.children(recursive=True), process]:
            with suppress(psutil.Error):
                one.kill()
        process.wait()


def manage(database: str, *arguments: str, **environment: str) -> str:
    """What `manage.py` prints. Raises CalledProcessError."""
    done = subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env={**os.environ, "DATABASE_URL": database, **environment},
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    return done.stdout

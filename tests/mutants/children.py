"""Forked children of a loaded pytest, each with a database of its own.

The parent collects the tests and makes the test database once. A child starts from there: it
copies the database from that template, does its task, writes its answer as JSON and ends.
"""

from __future__ import annotations

import json
import os
import signal
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
from django.db import connection

Answer = Any


@dataclass
class Child:
    task: Any
    answer: Path
    database: str
    deadline: float


class Children:
    def __init__(self, folder: Path, jobs: int) -> None:
        self.folder = folder
        self.jobs = jobs
        self.template = connection.settings_dict["NAME"]
        self.running: dict[int, Child] = {}

    def run(
        self, tasks: Iterable[Any], work: Callable[[Any], Answer], seconds: Callable[[Any], float]
    ) -> Iterator[tuple[Any, Answer | None]]:
        """Each task with the answer of its child; None where the child died or took too long."""
        for number, task in enumerate(tasks):
            while len(self.running) >= self.jobs:
                yield from self.ended()
            self.start(number, task, work, seconds(task))
        while self.running:
            yield from self.ended()

    def start(self, number: int, task: Any, work: Callable[[Any], Answer], seconds: float) -> None:
        database = f"{self.template}_{number}"
        self.administer(f'DROP DATABASE IF EXISTS "{database}"')
        self.administer(f'CREATE DATABASE "{database}" TEMPLATE "{self.template}"')
        answer = self.folder / f"{os.getpid()}-{number}.json"
        if pid := os.fork():
            self.running[pid] = Child(task, answer, database, time.time() + seconds)
            return
        try:
            os.setsid()
            silence(self.folder / "children.log")
            connection.settings_dict["NAME"] = database
            answer.write_text(json.dumps(work(task)))
        finally:
            os._exit(0)

    def ended(self) -> Iterator[tuple[Any, Answer | None]]:
        time.sleep(0.02)
        for pid, child in list(self.running.items()):
            is_over = os.waitpid(pid, os.WNOHANG)[0] == pid
            if not is_over and time.time() < child.deadline:
                continue
            with suppress(ProcessLookupError):
                os.killpg(pid, signal.SIGKILL)  # with whatever it started
            if not is_over:
                os.waitpid(pid, 0)
            del self.running[pid]
            self.administer(f'DROP DATABASE IF EXISTS "{child.database}" WITH (FORCE)')
            answer = json.loads(child.answer.read_text()) if child.answer.exists() else None
            child.answer.unlink(missing_ok=True)
            yield child.task, answer

    def administer(self, statement: str) -> None:
        of_server = {**connection.get_connection_params(), "dbname": "postgres"}
        kept = ("dbname", "host", "port", "user", "password")
        params = {name: value for name, value in of_server.items() if name in kept}
        with psycopg.connect(**params, autocommit=True) as server:
            server.execute(statement)


def silence(log: Path) -> None:
    file = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    os.dup2(file, 1)
    os.dup2(file, 2)

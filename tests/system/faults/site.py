"""A whole site for the faults: PostgreSQL, web server, workers, and a stand-in for Crossref."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import psutil

from tests.system.nginx_site import free_port
from tests.system.postgresql import ROOT, Server
from tests.system.program import Program, end, wait_until_it_answers

if TYPE_CHECKING:
    from articles.dois.stand_in import StandIn

DISK = "size=700m"  # of the database; of the files
WORKERS = (("deposit", "--due"), ("poll_deposits",))
SECONDS_TO_STOP = 30
YESTERDAY = ("faketime", "-f", "-1d")


class Site:
    """Its processes, each of which can be killed and started again."""

    def __init__(self, folder: Path, server: Server) -> None:
        self.folder, self.server = folder, server
        self.files = folder / "files"
        self.port, self.crossref_port = free_port(), free_port()
        self.crossref: StandIn | None = None  # once Django is set up
        self.clock: tuple[str, ...] = ()  # the command that sets another time
        self.web: psutil.Popen | None = None
        self.workers: list[psutil.Popen] = []
        os.environ |= self.environment()

    def environment(self) -> dict[str, str]:
        return {
            "DATABASE_URL": self.server.url(),
            "DJANGO_SETTINGS_MODULE": "journal.settings",
            "SITE_URL": f"http://127.0.0.1:{self.port}",
            "MEDIA_ROOT": str(self.files),
            "CROSSREF_HOST": f"http://127.0.0.1:{self.crossref_port}",
            "CROSSREF_LOGIN_10_5555": "stand-in",
            "CROSSREF_PASSWORD_10_5555": "stand-in",
            "FAKETIME_DONT_FAKE_MONOTONIC": "1",
            "LOG_LEVEL": "WARNING",
            "DEBUG": "",
        }

    @property
    def program(self) -> Program:
        assert self.web
        return Program(self.web, self.port)

    def launch(self, *arguments: str) -> psutil.Popen:
        with open(self.folder / "log", "ab") as log:
            return psutil.Popen(
                [*self.clock, sys.executable, *arguments],
                cwd=ROOT,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def start(self) -> None:
        self.start_web()
        self.start_workers()

    def start_web(self) -> None:
        self.web = self.launch("-m", "journal.server", "--port", str(self.port), "--workers", "2")
        wait_until_it_answers(self.program, self.folder / "log")

    def supervise(self) -> None:
        """Start what has ended by itself, as systemd does, and wait until the site answers."""
        if self.server.process and self.server.process.poll() is not None:
            self.server.start()
        if self.web and self.web.poll() is not None:
            self.start_web()
        wait_until_it_answers(self.program, self.folder / "log")
        if any(worker.poll() is not None for worker in self.workers):
            self.kill_workers()
            self.start_workers()

    def start_workers(self) -> None:
        self.workers = [self.launch("manage.py", *command) for command in WORKERS]

    def kill_web(self) -> None:
        if self.web:
            end(self.web)

    def stop_workers(self) -> None:
        """Each ends after the step that it is doing."""
        for worker in self.workers:
            worker.terminate()
        psutil.wait_procs(self.workers, SECONDS_TO_STOP)
        self.kill_workers()

    def kill_workers(self) -> None:
        for worker in self.workers:
            end(worker)

    def stop(self) -> None:
        self.kill_web()
        self.kill_workers()


@contextmanager
def small_disk(folder: Path) -> Iterator[bool]:
    """A file system of its own in memory; False where this user may not mount one."""
    folder.mkdir(exist_ok=True)
    command = ["mount", "-t", "tmpfs", "-o", DISK, "tmpfs", str(folder)]
    is_mounted = os.geteuid() == 0 and not subprocess.run(command, check=False).returncode
    try:
        yield is_mounted
    finally:
        if is_mounted:
            subprocess.run(["umount", "-l", str(folder)], check=False)


@contextmanager
def full(disk: Path) -> Iterator[None]:
    """Within it no byte is free on the disk."""
    ballast = disk / "ballast"
    try:
        with suppress(OSError), open(ballast, "wb", buffering=0) as file:
            while True:
                file.write(bytes(2**16))
        yield
    finally:
        ballast.unlink(missing_ok=True)

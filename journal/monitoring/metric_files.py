"""Files in which the processes of the web server keep their counts, one set for each process.

A process takes the first set that no other holds. So a process that replaces a dead one goes on
with its counts, and there are never more files than there were processes at one time.
"""

from __future__ import annotations

import fcntl
import os
from itertools import count
from pathlib import Path
from typing import IO

from prometheus_client import values

TYPES = ("counter", "histogram")
BYTES = 2**20  # enough for 5,000 values


def share_values(folder: Path) -> None:
    """From now on, the metrics that are made keep their values in this folder.

    Raises OSError.
    """
    folder.mkdir(parents=True, exist_ok=True)
    os.environ["PROMETHEUS_MULTIPROC_DIR"] = str(folder)  # read by the package alone
    values.ValueClass = values.MultiProcessValue(FileSet(folder))


class FileSet:
    """The number of this process's files; a process that was forked gets another one."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.process = 0
        self.number = 0
        self.lock: IO[bytes] | None = None

    def __call__(self) -> int:
        if self.process != os.getpid():
            self.number, self.lock = take_number(self.folder)
            allocate(self.folder, self.number)
            self.process = os.getpid()
        return self.number


def take_number(folder: Path) -> tuple[int, IO[bytes]]:
    """The lock lasts as long as the file is open: until the process ends, however it ends."""
    for number in count(1):
        lock = open(folder / f"{number}.lock", "ab")  # noqa: SIM115 - the caller keeps it open
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            lock.close()
        else:
            return number, lock
    raise AssertionError("unreachable")


def allocate(folder: Path, number: int) -> None:
    """Takes the space on the disk at once: a write to a mapped file on a full disk kills."""
    for name in TYPES:
        with open(folder / f"{name}_{number}.db", "ab") as file:
            os.posix_fallocate(file.fileno(), 0, BYTES)

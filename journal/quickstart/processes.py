"""Locks between processes, and processes that end with their parent.

The kernel releases a lock however its process ends. Only the standard library is imported here,
because the installer runs before any package is installed.
"""

import ctypes
import fcntl
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

PR_SET_PDEATHSIG = 1  # linux/prctl.h


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock file alone; other processes wait."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def try_lock(path: Path) -> IO[str] | None:
    """Lock the file for as long as the returned file stays open; None if another process has it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    lock = open(path, "w")  # noqa: SIM115 - the caller keeps it open
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        lock.close()
        return None
    return lock


def end_with_parent() -> None:
    """Ask the kernel to terminate this process when its parent dies.

    So a killed `make run` leaves nothing running. Only Linux can do this; elsewhere the process
    runs on until somebody stops it.
    """
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)

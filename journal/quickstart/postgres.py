"""Starts our own PostgreSQL for `make run`, `manage.py` and the tests, and stops it.

Every process that uses the server holds a shared lock on `var/pg.users`. A process that ends and
can then take this lock alone was the last one, and stops the server. Starting and stopping happen
under `var/pg.lock`, so two processes that start at once make one server. After `kill -9` the server
runs on, and the next process joins it. Child processes inherit `DATABASE_URL` and neither join nor
stop anything. The server listens on a socket that only its owner can reach, and on no port.
"""

import atexit
import fcntl
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from types import FrameType
from typing import IO
from urllib.parse import quote

import psutil
import psycopg

from journal.environment import text
from journal.quickstart.postgres_folder import (
    PORT,
    create_folder,
    ensure_private,
    log_path,
    refuse_foreign_data,
    socket_folder,
)
from journal.quickstart.postgres_programs import CannotStart, owner_options, program
from journal.quickstart.processes import locked

__all__ = ["FOLDER", "CannotStart", "join", "url"]

FOLDER = Path(__file__).resolve().parent.parent.parent / "var" / "pg"
START_SECONDS = 60
STOP_SECONDS = 30
SETTINGS = (
    *("-c", "listen_addresses="),  # the socket only
    # PostgreSQL's default is for spinning disks and makes it read whole tables.
    *("-c", "random_page_cost=1.1"),
)


def join(folder: Path = FOLDER) -> None:
    """Set DATABASE_URL to a server that runs until this process ends, unless it is set already."""
    if text("DATABASE_URL"):
        return
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        users = open(folder.with_name("pg.users"), "w")  # noqa: SIM115 - held until we end
        with locked(lock_path(folder)):
            fcntl.flock(users, fcntl.LOCK_SH)
            atexit.register(leave, folder, users, os.getpid())
            ensure_running(folder)
    except (OSError, KeyError, psycopg.Error, subprocess.SubprocessError) as error:
        raise CannotStart(f"{type(error).__name__}: {error}") from error
    exit_on_signals()
    os.environ["DATABASE_URL"] = url(folder)


def leave(folder: Path, users: IO[str], joined_pid: int) -> None:
    """Release the shared lock; stop the server if no other process holds it."""
    if os.getpid() != joined_pid:  # a forked child shares the lock and must not release it
        return
    with locked(lock_path(folder)):
        fcntl.flock(users, fcntl.LOCK_UN)
        with suppress(BlockingIOError):
            fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
            stop(folder)
        users.close()


def url(folder: Path, database: str = "journal") -> str:
    """The server's address, whether it runs or not."""
    sockets = quote(str(socket_folder(folder)), safe="")
    return f"postgresql:///{database}?host={sockets}&port={PORT}&user=postgres"


def lock_path(folder: Path) -> Path:
    return folder.with_name("pg.lock")


def ensure_running(folder: Path) -> None:
    refuse_foreign_data(folder)
    if not (folder / "PG_VERSION").exists():
        create_folder(folder)
    if running_server(folder) is None:
        start(folder)
    with psycopg.connect(url(folder, "postgres"), autocommit=True) as connection:
        if not connection.execute("SELECT 1 FROM pg_database WHERE datname='journal'").fetchone():
            connection.execute("CREATE DATABASE journal")


def start(folder: Path) -> None:
    """Launch the server and wait until it answers."""
    deadline = time.monotonic() + START_SECONDS
    process = launch(folder)
    while time.monotonic() < deadline:
        with suppress(psycopg.OperationalError):
            psycopg.connect(url(folder, "postgres")).close()
            return
        if process.poll() is not None:
            log = log_path(folder).read_text(errors="replace")
            if "shared memory block" not in log:  # children of a killed server are still ending
                raise CannotStart(log.strip())
            time.sleep(0.5)
            process = launch(folder)
        time.sleep(0.02)
    raise CannotStart(f"it did not answer within {START_SECONDS} seconds; see {log_path(folder)}")


def launch(folder: Path) -> subprocess.Popen[bytes]:
    """Start the process in a session of its own: Ctrl-C is for us, who stop it when we end."""
    remove_stale_pid_file(folder)
    sockets = socket_folder(folder)
    ensure_private(sockets, folder)
    options = ["-D", str(folder.resolve()), "-k", str(sockets), "-p", str(PORT)]
    with open(log_path(folder), "wb") as log:
        return subprocess.Popen(  # noqa: S603 - our own program, no shell
            [str(program("postgres", folder)), *options, *SETTINGS],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
            **owner_options(folder),
        )


def stop(folder: Path) -> None:
    process = running_server(folder)
    if process is not None:
        process.send_signal(signal.SIGINT)  # a fast shutdown: ends sessions, writes everything
        process.wait(STOP_SECONDS)


def running_server(folder: Path) -> psutil.Process | None:
    """The process named by postmaster.pid, if it is a PostgreSQL working in this folder."""
    with suppress(OSError, ValueError, psutil.Error):
        process = psutil.Process(read_pid(folder))
        if process.name() == "postgres" and Path(process.cwd()) == folder.resolve():
            return process
    return None


def read_pid(folder: Path) -> int:
    return int((folder / "postmaster.pid").read_text().split("\n")[0])


def remove_stale_pid_file(folder: Path) -> None:
    """After a crash another program may have the server's pid, and PostgreSQL would not start."""
    with suppress(OSError, ValueError):
        if psutil.pid_exists(read_pid(folder)):
            (folder / "postmaster.pid").unlink()


def exit_on_signals() -> None:
    """On SIGTERM and SIGHUP exit in the ordinary way, so that `leave` runs."""

    def end(number: int, frame: FrameType | None) -> None:
        sys.exit(128 + number)

    for number in (signal.SIGTERM, signal.SIGHUP):
        with suppress(ValueError):  # not in the main thread
            if signal.getsignal(number) == signal.SIG_DFL:
                signal.signal(number, end)

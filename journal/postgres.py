"""Our own PostgreSQL, for a first look and for tests: the first starts it, the last stops it.

Every process that uses the server holds a shared lock on `var/pg.users`, which the kernel drops
however the process ends. Who leaves and can then take that lock alone was the last, and stops the
server: `make run` when it ends, or a `manage.py` that outlived it. Starting and stopping are done
under `var/pg.lock`, so two that start at once make one server. After a `kill -9` the server runs
on, and the next process joins it. `DATABASE_URL` is set for child processes, which neither join
nor stop anything. The server listens on a socket that only its owner can reach, on no port, and so
stands beside any other PostgreSQL. Where it lives and as whom: `postgres_home`.
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

from journal import postgres_home as home
from journal.environment import text
from journal.locks import locked
from journal.postgres_home import CannotStart

__all__ = ["FOLDER", "CannotStart", "join", "url"]

FOLDER = Path(__file__).resolve().parent.parent / "var" / "pg"
START_SECONDS = 60
STOP_SECONDS = 30


def join(folder: Path = FOLDER) -> None:
    """Set DATABASE_URL, unless the environment has one, to a server that runs until we end."""
    if text("DATABASE_URL"):
        return
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        users = open(folder.with_name("pg.users"), "w")  # noqa: SIM115 - held until we end
        with locked(lock(folder)):
            fcntl.flock(users, fcntl.LOCK_SH)
            atexit.register(leave, folder, users, os.getpid())
            ensure_running(folder)
    except (OSError, KeyError, psycopg.Error, subprocess.SubprocessError) as error:
        raise CannotStart(f"{type(error).__name__}: {error}") from error
    end_tidily_when_terminated()
    os.environ["DATABASE_URL"] = url(folder)


def leave(folder: Path, users: IO[str], joined_pid: int) -> None:
    if os.getpid() != joined_pid:  # a forked child shares the lock and must not drop it
        return
    with locked(lock(folder)):
        fcntl.flock(users, fcntl.LOCK_UN)
        with suppress(BlockingIOError):
            fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
            stop(folder)
        users.close()


def url(folder: Path, database: str = "journal") -> str:
    """The server's address, whether it runs or not."""
    sockets = quote(str(home.sockets(folder)), safe="")
    return f"postgresql:///{database}?host={sockets}&port={home.PORT}&user=postgres"


def lock(folder: Path) -> Path:
    return folder.with_name("pg.lock")


def ensure_running(folder: Path) -> None:
    home.refuse_foreign(folder)
    if not (folder / "PG_VERSION").exists():
        home.create(folder)
    if server(folder) is None:
        start(folder)
    with psycopg.connect(url(folder, "postgres"), autocommit=True) as connection:
        if not connection.execute("SELECT 1 FROM pg_database WHERE datname='journal'").fetchone():
            connection.execute("CREATE DATABASE journal")


def start(folder: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    process = launch(folder)
    while time.monotonic() < deadline:
        with suppress(psycopg.OperationalError):
            psycopg.connect(url(folder, "postgres")).close()
            return
        if process.poll() is not None:
            last_words = home.log(folder).read_text(errors="replace")
            if "shared memory block" not in last_words:  # a killed server's children still leave
                raise CannotStart(last_words.strip())
            time.sleep(0.5)
            process = launch(folder)
        time.sleep(0.02)
    raise CannotStart(f"it did not answer within {START_SECONDS} seconds; see {home.log(folder)}")


# No address but the socket; a page read out of order costs little more than the next one on
# the disks of today, and without being told PostgreSQL reads whole tables instead.
SETTINGS = ("-c", "listen_addresses=", "-c", "random_page_cost=1.1")


def launch(folder: Path) -> subprocess.Popen[bytes]:
    """In a session of its own, since Ctrl-C is for us: we stop the server when we have finished."""
    forget_reused_pid(folder)
    sockets = home.sockets(folder)
    home.make_private(sockets, folder)
    options = ["-D", str(folder.resolve()), "-k", str(sockets), "-p", str(home.PORT)]
    with open(home.log(folder), "wb") as log:
        return subprocess.Popen(  # noqa: S603 - our own binary, no shell
            [str(home.binary("postgres", folder)), *options, *SETTINGS],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
            **home.as_owner(folder),
        )


def stop(folder: Path) -> None:
    process = server(folder)
    if process is not None:
        process.send_signal(signal.SIGINT)  # PostgreSQL's "fast": ends sessions, writes all, leaves
        process.wait(STOP_SECONDS)


def server(folder: Path) -> psutil.Process | None:
    """The process named by postmaster.pid, if it is a PostgreSQL at home in this folder."""
    with suppress(OSError, ValueError, psutil.Error):
        process = psutil.Process(pid(folder))
        if process.name() == "postgres" and Path(process.cwd()) == folder.resolve():
            return process
    return None


def pid(folder: Path) -> int:
    return int((folder / "postmaster.pid").read_text().split("\n")[0])


def forget_reused_pid(folder: Path) -> None:
    """After a crash another program may have the server's number: PostgreSQL would not start."""
    with suppress(OSError, ValueError):
        if psutil.pid_exists(pid(folder)):
            (folder / "postmaster.pid").unlink()


def end_tidily_when_terminated() -> None:
    """A polite kill, or a closed terminal, runs `leave` too."""

    def end(number: int, frame: FrameType | None) -> None:
        sys.exit(128 + number)

    for number in (signal.SIGTERM, signal.SIGHUP):
        with suppress(ValueError):  # not in the main thread
            if signal.getsignal(number) == signal.SIG_DFL:
                signal.signal(number, end)

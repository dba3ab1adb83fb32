"""Calls a function in a process of its own, with limits of time, memory and file size.

For files that come from outside: if a library crashes on one, hangs or fills the memory, only that
process ends, and the caller gets `NoAnswer`. It is a new interpreter, not a fork of the server: it
has no connection, no secret and no lock of the server.
"""

from __future__ import annotations

import inspect
import json
import logging
import math
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import NamedTemporaryFile, TemporaryFile
from typing import IO, Any, TypeVar, get_type_hints

import msgspec

SECONDS = 8  # of the processor, where a web worker waits for it, and its readers with it
WAITING = 4  # times as long it may take on a busy machine, by the clock
MEMORY_BYTES = 1_500 * 2**20
FILE_BYTES = 200 * 2**20  # of each file that it writes, and of its answer
NOT_STARTED = 126  # the exit code of a shell for it
ROOT = Path(__file__).resolve().parents[2]
# Large blocks go back to the system when they are freed: an issue then takes 480 MB, not up to 550.
ALLOCATION = {"MALLOC_MMAP_THRESHOLD_": str(128 * 2**10)}
ENVIRONMENT = ("PATH", "LANG", "LC_ALL", "VIRTUAL_ENV", "PYTHONPATH", "LD_LIBRARY_PATH", "TMPDIR")

Answer = TypeVar("Answer")
log = logging.getLogger(__name__)


class NoAnswer(Exception):
    """The function raised an exception, or its process was stopped."""


class OutOfTime(NoAnswer):
    """The process reached its limit of time."""


class TimeBudget:
    """Seconds that several calls share."""

    def __init__(self, seconds: float) -> None:
        self.end = time.monotonic() + seconds

    def left(self) -> float:
        """Return the seconds for the next call: the rest, but no more than one call may take."""
        return min(self.end - time.monotonic(), SECONDS)


def call(function: Callable[..., Answer], *arguments: Any, seconds: float = SECONDS) -> Answer:
    """Return what a function of a module returns for arguments that JSON can hold.

    The answer has to be of the type that the function states. Raises NoAnswer, with what the
    process wrote last.
    """
    if seconds <= 0:
        raise OutOfTime(function.__name__)
    with TemporaryFile() as answer, TemporaryFile() as errors:
        code = run(command(function, arguments, seconds), answer, errors, seconds)
        with suppress(msgspec.MsgspecError):  # an answer of another type is none
            if code == 0:
                return decode(answer, function)
        last = last_line(errors)
    log.warning("No answer from %s (exit code %s): %s", function.__name__, code, last)
    raise OutOfTime(last) if code == -signal.SIGXCPU else NoAnswer(last)


@contextmanager
def file_on_disk(chunks: Iterable[bytes]) -> Iterator[str]:
    """Write a temporary file; its path can be an argument of a call."""
    with NamedTemporaryFile() as file:
        file.writelines(chunks)
        file.flush()
        yield file.name


def run(command: list[str], answer: IO[bytes], errors: IO[bytes], seconds: float) -> int:
    """Return the exit code. The process may wait for the processor longer than it may use it."""
    try:
        return subprocess.run(  # noqa: S603  # our own module; a file's name is one argument
            command,
            stdin=subprocess.DEVNULL,
            stdout=answer,
            stderr=errors,
            timeout=seconds * WAITING,
            cwd=ROOT,
            env=environment(),
            check=False,
        ).returncode
    except subprocess.TimeoutExpired:
        return -signal.SIGXCPU
    except OSError as error:  # no memory for another process, too many arguments
        errors.write(str(error).encode())
        return NOT_STARTED


def command(function: Callable[..., Any], arguments: tuple[Any, ...], seconds: float) -> list[str]:
    """Return the command line of the process."""
    limits = (math.ceil(seconds), MEMORY_BYTES, FILE_BYTES)
    return [
        *(sys.executable, "-m", "articles.limited_process"),
        *(inspect.getfile(function), function.__name__, json.dumps(arguments)),
        *map(str, limits),
    ]


def decode(answer: IO[bytes], function: Callable[..., Answer]) -> Answer:
    """Return the answer as the type that the function states. Raises msgspec.MsgspecError."""
    answer.seek(0)
    stated: type[Answer] = get_type_hints(function)["return"]
    return msgspec.msgpack.decode(answer.read(), type=stated)


def last_line(errors: IO[bytes]) -> str:
    """Return the last line that the process wrote: of a traceback, the exception."""
    size = errors.seek(0, os.SEEK_END)
    errors.seek(max(0, size - 1_000))
    lines = errors.read().decode(errors="replace").strip().splitlines()
    return lines[-1] if lines else ""


def environment() -> dict[str, str]:
    """Return the variables that Python needs to start, without the passwords of the server."""
    return ALLOCATION | {name: os.environ[name] for name in ENVIRONMENT if name in os.environ}

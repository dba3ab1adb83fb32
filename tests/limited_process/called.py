"""Functions that the tests call in a limited process: good ones, and one for each bad end."""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path
from tempfile import TemporaryFile

import msgspec


class Words(msgspec.Struct):
    words: list[str]


def words(text: str, times: int) -> Words:
    return Words(text.split() * times)


def size(path: str) -> int:
    return len(Path(path).read_bytes())


def raises() -> int:
    raise ValueError("damaged")


def exits() -> int:
    raise SystemExit(3)


def kills_itself() -> int:
    os.kill(os.getpid(), signal.SIGKILL)
    return 1


def crashes() -> int:
    os.abort()


def fills_the_memory() -> int:
    return len(b"a" * 2**30)


def writes_too_large_a_file() -> int:
    with TemporaryFile() as file:
        return file.write(b"a" * 2**21)


def answers_too_much() -> str:
    return "a" * 2**21


def answers_another_type() -> int:
    return "many"


def answers_nothing_that_can_be_sent() -> str:
    return "\ud800"


def calculates_for_ever() -> int:
    while True:
        pass


def waits_for_ever() -> int:
    time.sleep(600)
    return 1


def prints() -> str:
    print("Warning: odd file")
    os.write(1, b"Warning: odd font")
    return "answer"


def names_of_variables() -> list[str]:
    return list(os.environ)


def names_of_modules() -> list[str]:
    return sorted(name for name in sys.modules if name.startswith(("articles", "django")))

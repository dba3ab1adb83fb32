"""The child process: reads files from stdin one after another, and writes a result for each.

A message is its length in eight bytes, then msgpack. A file that crashes the child crashes only it.
"""

from __future__ import annotations

import os
import resource
import sys
import time
import traceback
from pathlib import Path

import django
import msgspec
from django.conf import settings

ROOT = Path(__file__).resolve().parents[2]
CPU_SECONDS = 20  # for one file; then the system kills the child
MEMORY_BYTES = 1_500 * 2**20  # as on the server


class Result(msgspec.Struct, kw_only=True):
    outcome: str
    faults: list[str] = []
    seconds: float = 0.0
    megabytes: float = 0.0
    trace: str = ""
    characters: int = 0


def configure() -> None:
    settings.configure(
        USE_I18N=True,
        LANGUAGE_CODE="en",
        LANGUAGES=[(code, code) for code in ("kk", "ru", "en")],
        LOCALE_PATHS=[str(ROOT / "journal" / "locale")],
    )
    django.setup()


def answer(name: str, data: bytes) -> Result:
    """Return the result for a file; an exception becomes part of it."""
    from .judge import judge

    start = time.process_time()
    try:
        verdict = judge(data, name)
        result = Result(
            outcome=verdict.outcome, faults=verdict.faults, characters=verdict.characters
        )
    except Exception as error:  # the failures that fuzzing looks for
        result = Result(
            outcome=f"raised {type(error).__name__}", trace=traceback.format_exc(limit=-12)
        )
    result.seconds = time.process_time() - start
    result.megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return result


def main() -> None:
    configure()
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # output of libraries must not mix with the results
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    while size := sys.stdin.buffer.read(8):
        name, data = msgspec.msgpack.decode(
            sys.stdin.buffer.read(int.from_bytes(size)), type=tuple[str, bytes]
        )
        resource.setrlimit(resource.RLIMIT_CPU, (int(time.process_time()) + CPU_SECONDS, hard))
        message = msgspec.msgpack.encode(answer(name, data))
        answers.write(len(message).to_bytes(8) + message)
        answers.flush()


if __name__ == "__main__":
    main()

"""A child process that reads files: restarted when it hangs, crashes or grows old."""

from __future__ import annotations

import select
import subprocess
import sys
from typing import IO

import msgspec

from .worker import ROOT, Result

HANG_SECONDS = 240  # by the clock, on a machine that may be busy; the CPU's limit comes sooner
FRESH_AFTER = 400  # files; its peak memory is measured over that many


class ReaderProcess:
    def __init__(self) -> None:
        self.child: subprocess.Popen[bytes] | None = None
        self.tries = 0

    def read(self, name: str, data: bytes) -> Result:
        """Return the result of the child, or that the child was lost."""
        if self.child is None or self.tries >= FRESH_AFTER:
            self.end()
            self.start()
        child = self.child
        assert child is not None
        assert child.stdin is not None
        assert child.stdout is not None
        self.tries += 1
        message = msgspec.msgpack.encode((name, data))
        try:
            child.stdin.write(len(message).to_bytes(8) + message)
            child.stdin.flush()
            if not select.select([child.stdout], [], [], HANG_SECONDS)[0]:
                return self.lost("hangs")
            size = read_exactly(child.stdout, 8)
            return msgspec.msgpack.decode(
                read_exactly(child.stdout, int.from_bytes(size)), type=Result
            )
        except (BrokenPipeError, EOFError):
            return self.lost("")

    def start(self) -> None:
        self.child = subprocess.Popen(
            [sys.executable, "-m", "tests.fuzz.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=ROOT,
        )
        self.tries = 0

    def end(self) -> int:
        if self.child is None:
            return 0
        self.child.kill()
        code = self.child.wait()
        self.child = None
        return code

    def lost(self, why: str) -> Result:
        code = self.child.poll() if self.child else None
        if self.child and code is None and not why:
            code = self.child.wait(10)
        self.end()
        return Result(outcome=f"child lost: {why or f'ended with {code}'}")


def read_exactly(stream: IO[bytes], size: int) -> bytes:
    data = stream.read(size)
    if len(data) < size:
        raise EOFError
    return data

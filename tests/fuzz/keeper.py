"""Keeps one child that reads: gives it files, ends it when it hangs, starts another."""

from __future__ import annotations

import select
import subprocess
import sys
from typing import IO

import msgspec

from .worker import ROOT, Answered

HANG_SECONDS = 240  # by the clock, on a machine that may be busy; the CPU's limit comes sooner
FRESH_AFTER = 400  # tries of one child: its highest memory is told of that many


class Keeper:
    def __init__(self) -> None:
        self.child: subprocess.Popen[bytes] | None = None
        self.tries = 0

    def ask(self, name: str, data: bytes) -> Answered:
        """The child's verdict, or that it was lost."""
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
            size = read(child.stdout, 8)
            return msgspec.msgpack.decode(read(child.stdout, int.from_bytes(size)), type=Answered)
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

    def lost(self, why: str) -> Answered:
        code = self.child.poll() if self.child else None
        if self.child and code is None and not why:
            code = self.child.wait(10)
        self.end()
        return Answered(outcome=f"child lost: {why or f'ended with {code}'}")


def read(stream: IO[bytes], size: int) -> bytes:
    found = stream.read(size)
    if len(found) < size:
        raise EOFError
    return found

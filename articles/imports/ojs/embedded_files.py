"""Embedded files: base64, decoded as it is read, and written to a folder or only measured."""

from __future__ import annotations

import binascii
import hashlib
import re
from pathlib import Path
from typing import IO

from .contents import MOST_BYTES, START_BYTES, Content, Place, Problem

DATA_ADDRESS = re.compile(r"\A\s*data:[^,]{0,100};base64,")  # other programs begin so
WHITE_SPACE = b" \t\r\n"


class EmbeddedFiles:
    """Makes a receiver for each file. Without a folder nothing is written."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder
        self.count = self.discarded = 0

    def receive(self) -> EmbeddedFile:
        self.count += 1
        return EmbeddedFile(self._path(self.count) if self.folder else None)

    def discard(self, last: int) -> None:
        """Deletes the files up to this one, of an issue that is no longer needed."""
        if self.folder:
            for number in range(self.discarded + 1, last + 1):
                self._path(number).unlink(missing_ok=True)
            self.discarded = last

    def _path(self, number: int) -> Path:
        return (self.folder or Path()) / str(number)


class EmbeddedFile:
    """Takes the text of an `embed` element in pieces. Memory holds one piece at a time."""

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self.stream: IO[bytes] | None = path.open("wb") if path else None
        self.rest = b""  # of a group of four characters that is not complete yet
        self.size = 0
        self.digest = hashlib.sha256()
        self.start = b""
        self.problem: Problem = ""

    def write(self, text: str) -> None:
        if self.problem:
            return
        if not self.size and not self.rest:
            text = DATA_ADDRESS.sub("", text)
        try:
            signs = self.rest + text.encode("ascii").translate(None, WHITE_SPACE)
            whole = len(signs) - len(signs) % 4
            self.rest = signs[whole:]
            self._take(binascii.a2b_base64(signs[:whole], strict_mode=True))
        except (UnicodeEncodeError, binascii.Error):
            self.problem = "not_base64"

    def finish(self) -> Content:
        """The content; a file with a problem is deleted."""
        if self.rest and not self.problem:
            self.write("=" * (4 - len(self.rest)))  # padding that some programs leave out
        if self.stream:
            self.stream.close()
        if self.path and self.problem:
            self.path.unlink()
        if self.problem:
            return Content(problem=self.problem)
        return Content(
            place=Place(self.path) if self.path else None,
            size=self.size,
            checksum=self.digest.hexdigest(),
            start=self.start,
            problem="" if self.size else "missing",
        )

    def _take(self, content: bytes) -> None:
        self.size += len(content)
        if self.size > MOST_BYTES:
            self.problem = "too_large"
            return
        self.digest.update(content)
        if len(self.start) < START_BYTES:
            self.start += content[: START_BYTES - len(self.start)]
        if self.stream:
            self.stream.write(content)

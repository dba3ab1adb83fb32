"""Access logs as files: plain or gzipped, read from where the last count ended.

A log is known again by its first line, so also when it was renamed or compressed at rotation.
Memory grows neither with the file nor with a line.
"""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from heapq import merge
from pathlib import Path
from typing import IO, cast

import msgspec

from .access_log import Access, UnknownLine, parse_line

LONGEST_LINE = 2**16  # bytes; a longer one is skipped
GZIP_START = b"\x1f\x8b"
DAMAGE = (EOFError, zlib.error, gzip.BadGzipFile)
FIRST_LINES = 100  # of a log, which are read in full; if none is a request, it is no access log
PAUSE_LINES = 50_000  # lines without an article after which the reader says how far it came
UNKNOWN_SHOWN = 5
ARTICLE = b"articles/"


class LogLine(msgspec.Struct, frozen=True):
    """A request that may be for an article; without `access`, only how far the reader came."""

    time: int
    log: LogFile
    offset: int  # of the uncompressed text, after the line
    lines: int
    access: Access | None = None


class LogFile:
    """A log, and how far it has been counted.

    Its problems are attributes, not exceptions: the other logs are counted all the same.
    """

    def __init__(self, path: Path, offset: int = 0, lines: int = 0) -> None:
        self.path = path
        self.offset = offset
        self.lines = lines
        self.readable_count = 0
        self.unknown_count = 0
        self.unknown_lines: list[int] = []  # the numbers of the first ones
        self.is_no_log = False
        self.damage = ""

    def open(self) -> IO[bytes]:
        with self.path.open("rb") as file:
            is_gzip = file.read(2) == GZIP_START
        return cast(IO[bytes], gzip.open(self.path)) if is_gzip else self.path.open("rb")

    def fingerprint(self) -> str:
        """A hash of the first line; '' while there is no whole one. Raises OSError."""
        try:
            with self.open() as file:
                line = file.readline(LONGEST_LINE)
        except DAMAGE:
            return ""
        if not (line.endswith(b"\n") or len(line) == LONGEST_LINE or is_request(line)):
            return ""
        return blake2b(line.rstrip(b"\r\n"), digest_size=16).hexdigest()

    def read(self) -> Iterator[LogLine]:
        """Yield the lines after `offset`; the last one says where the file ends."""
        is_new, time, end, number = self.offset == 0, 0, self.offset, self.lines
        for line, offset in self.whole_lines():
            number, end = number + 1, offset
            access = self.access_of(line, number)
            if is_new and number == FIRST_LINES and not self.readable_count:
                break
            if access:
                time = access.time
                yield LogLine(time, self, end, number, access)
            elif number % PAUSE_LINES == 0:
                yield LogLine(time, self, end, number)
        self.is_no_log = is_new and self.unknown_count > 0 and not self.readable_count
        if end > self.offset and not self.is_no_log:
            yield LogLine(time, self, end, number)

    def whole_lines(self) -> Iterator[tuple[bytes, int]]:
        """Each line after `offset`, and where it ends.

        The last line may be half written: without its end it is one only if it is a request.
        """
        try:
            with self.open() as file:
                offset = file.seek(self.offset)
                while line := file.readline(LONGEST_LINE):
                    part, size = line, len(line)
                    while len(part) == LONGEST_LINE and not part.endswith(b"\n"):
                        part = file.readline(LONGEST_LINE)
                        size += len(part)
                    if not part.endswith(b"\n") and not is_request(line):
                        return
                    offset += size
                    yield line, offset
        except DAMAGE as error:
            self.damage = str(error) or type(error).__name__

    def access_of(self, line: bytes, number: int) -> Access | None:
        """Return the request; None if it concerns no article, or cannot be read, which is noted."""
        text = line.strip()
        if not text:
            return None
        concerns_articles = ARTICLE in text
        try:
            if concerns_articles or number <= FIRST_LINES:
                access = parse_line(text)
            elif text.startswith(b"{") or b'] "' in text:  # the form alone: this is most lines
                access = None
            else:
                raise UnknownLine
        except UnknownLine:
            self.note_unknown(number)
            return None
        self.readable_count += 1
        return access if concerns_articles else None

    def note_unknown(self, number: int) -> None:
        self.unknown_count += 1
        if len(self.unknown_lines) < UNKNOWN_SHOWN:
            self.unknown_lines.append(number)


def is_request(line: bytes) -> bool:
    try:
        return parse_line(line.strip()) is not None
    except UnknownLine:
        return False


def in_order_of_time(logs: Iterable[LogFile]) -> Iterator[LogLine]:
    """The lines of all logs; within a log they stay as they stand, in order but for seconds."""
    return merge(*(log.read() for log in logs), key=lambda line: line.time)

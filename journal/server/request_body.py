"""Reads the body of a request without holding a thread, within limits of size and time."""

from __future__ import annotations

import asyncio
import errno
import time
from collections.abc import Awaitable, Callable
from http import HTTPStatus
from typing import IO, Any

Receive = Callable[[], Awaitable[dict[str, Any]]]

MAX_BYTES = 110 * 2**20  # the largest upload, and the form around it
DISK_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)  # the last by a limit of the process
IDLE_SECONDS = 20.0  # without a byte
START_SECONDS = 30.0  # from which on the body must come faster than
LEAST_BYTES_PER_SECOND = 1_000


class ClientGone(Exception):
    """The client closed the connection."""


async def read_body(receive: Receive, file: IO[bytes]) -> HTTPStatus | None:
    """Write the body into the file. Returns the status of a refusal; raises ClientGone."""
    start = time.monotonic()
    size = 0
    while True:
        elapsed = time.monotonic() - start
        seconds = min(IDLE_SECONDS, START_SECONDS + size / LEAST_BYTES_PER_SECOND - elapsed)
        try:
            message = await asyncio.wait_for(receive(), seconds)
        except TimeoutError:
            return HTTPStatus.REQUEST_TIMEOUT
        if message["type"] == "http.disconnect":
            raise ClientGone
        chunk = message.get("body", b"")
        size += len(chunk)
        if size > MAX_BYTES:
            return HTTPStatus.REQUEST_ENTITY_TOO_LARGE
        if refusal := write_chunk(file, chunk):
            return refusal
        if not message.get("more_body"):
            return None


def write_chunk(file: IO[bytes], chunk: bytes) -> HTTPStatus | None:
    """A small body stays in memory, a large one goes to the disk, which may be full."""
    try:
        file.write(chunk)
    except OSError as error:
        if error.errno not in DISK_FULL:
            raise
        return HTTPStatus.INSUFFICIENT_STORAGE
    return None

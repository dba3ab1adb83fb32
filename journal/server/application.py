"""The ASGI application: Django in threads, slow clients in the event loop."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from tempfile import SpooledTemporaryFile
from typing import Any, NamedTuple

from django.http.response import HttpResponse, HttpResponseBase

from .environ import Scope, wsgi_environ
from .request_body import ClientGone, Receive, read_body

Send = Callable[[dict[str, Any]], Awaitable[None]]
Headers = list[tuple[bytes, bytes]]

THREADS = 24  # of a process; each may hold a database connection
MONITORING_THREADS = 2  # so that health is answered while all others wait
FILE_THREADS = 8  # which read the next part of a file, from the disk or a bucket
WAIT_SECONDS = 10.0  # for a free thread, before the answer is 503
STALLED_SECONDS = 120.0  # without the client taking a byte, before the connection is closed
PART_BYTES = 2**16  # at least; the server keeps some twenty parts for a slow client
BODY_IN_MEMORY = 2**20  # bytes; a larger body is kept in a temporary file


class Answer(NamedTuple):
    """`stream` is in place of the body, in parts; Django's response, to be closed at its end."""

    status: int
    headers: Headers
    body: bytes = b""
    stream: HttpResponseBase | None = None


class Application:
    """`takes_body` says whether the body of a request is read at all; `busy` answers 503.

    What `is_monitoring` picks out has threads of its own.
    """

    def __init__(
        self,
        wsgi: Callable[..., HttpResponseBase],
        takes_body: Callable[[Scope], bool],
        busy: Callable[[], HttpResponse],
        is_monitoring: Callable[[Scope], bool],
    ) -> None:
        self.wsgi = wsgi
        self.takes_body = takes_body
        self.busy = busy
        self.is_monitoring = is_monitoring
        self.requests = ThreadPoolExecutor(THREADS, "request")
        self.monitoring = ThreadPoolExecutor(MONITORING_THREADS, "monitoring")
        self.files = ThreadPoolExecutor(FILE_THREADS, "file")
        self.free_threads = asyncio.Semaphore(THREADS)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await follow_lifespan(receive, send)
            return
        try:
            answer = await self.answer(scope, receive)
        except ClientGone:
            return
        head = {"type": "http.response.start", "status": answer.status, "headers": answer.headers}
        await send(head)
        if answer.stream is None:
            await send({"type": "http.response.body", "body": answer.body})
        else:
            await self.send_stream(answer.stream, receive, send, scope["method"] == "HEAD")

    async def answer(self, scope: Scope, receive: Receive) -> Answer:
        """Read the body, then let Django answer in a thread."""
        with SpooledTemporaryFile(BODY_IN_MEMORY) as body:
            refusal = await read_body(receive, body) if self.takes_body(scope) else None
            if refusal:
                body.truncate(0)
            if self.is_monitoring(scope):
                environ = wsgi_environ(scope, body, refusal)
                return await run(self.monitoring, answer_of, self.wsgi, environ)
            try:
                await asyncio.wait_for(self.free_threads.acquire(), WAIT_SECONDS)
            except TimeoutError:
                return complete(self.busy())
            try:
                environ = wsgi_environ(scope, body, refusal)
                return await run(self.requests, answer_of, self.wsgi, environ)
            finally:
                self.free_threads.release()

    async def send_stream(
        self, response: HttpResponseBase, receive: Receive, send: Send, is_head: bool
    ) -> None:
        """Send part by part, each when the client has taken the one before."""
        parts = iter(()) if is_head else iter(response)
        gone = asyncio.ensure_future(until_disconnected(receive))
        try:
            while part := await run(self.files, next_part, parts):
                message = {"type": "http.response.body", "body": part, "more_body": True}
                await asyncio.wait_for(send(message), STALLED_SECONDS)
                if gone.done():
                    return
            await send({"type": "http.response.body", "body": b""})
        finally:
            gone.cancel()
            await run(self.files, response.close)


def answer_of(wsgi: Callable[..., HttpResponseBase], environ: dict[str, Any]) -> Answer:
    """Django's answer; whatever is no stream is complete, and Django is done with it."""
    response = wsgi(environ, lambda status, headers, *_error: None)
    if response.streaming:
        return Answer(response.status_code, headers_of(response), stream=response)
    answer = complete(response)
    response.close()
    return answer


def complete(response: HttpResponseBase) -> Answer:
    return Answer(response.status_code, headers_of(response), b"".join(response))


def headers_of(response: HttpResponseBase) -> Headers:
    cookies = [("set-cookie", cookie.OutputString()) for cookie in response.cookies.values()]
    pairs = [*response.items(), *cookies]
    return [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in pairs]


def next_part(parts: Iterator[bytes]) -> bytes:
    """Small parts together, since each way to the client costs the same; b"" at the end."""
    together = bytearray()
    for part in parts:
        together += part
        if len(together) >= PART_BYTES:
            break
    return bytes(together)


async def run(threads: ThreadPoolExecutor, function: Callable[..., Any], *arguments: Any) -> Any:
    return await asyncio.get_running_loop().run_in_executor(threads, function, *arguments)


async def until_disconnected(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


async def follow_lifespan(receive: Receive, send: Send) -> None:
    """Say that the worker has started and ended, as the protocol wants it."""
    while (message := await receive())["type"] != "lifespan.shutdown":
        await send({"type": f"{message['type']}.complete"})
    await send({"type": "lifespan.shutdown.complete"})

"""Other readers: they ask for pages all the time, and what they saw is counted."""

from __future__ import annotations

import http.client
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

READERS = 4
PATIENCE = 10.0  # seconds, after which a reader gives up


class Readers:
    def __init__(self, port: int, pages: list[str]) -> None:
        self.port = port
        self.pages = pages
        self.answers: Counter[str] = Counter()
        self.slowest = 0.0
        self.ended = Event()

    def read(self) -> None:
        number = 0
        while not self.ended.is_set():
            self.ask(self.pages[number % len(self.pages)])
            number += 1
            self.ended.wait(0.1)

    def ask(self, page: str) -> None:
        start = time.monotonic()
        try:
            connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
            connection.request("GET", page)
            response = connection.getresponse()
            response.read()
            self.answers[described(response)] += 1
        except OSError as error:
            self.answers["no answer" if isinstance(error, TimeoutError) else "refused"] += 1
        finally:
            connection.close()
            self.slowest = max(self.slowest, time.monotonic() - start)

    def __str__(self) -> str:
        counts = ", ".join(f"{count} × {what}" for what, count in sorted(self.answers.items()))
        return f"{counts}; slowest {self.slowest:.1f} s"


def described(response: http.client.HTTPResponse) -> str:
    retry = response.headers.get("Retry-After")
    return f"{response.status}" + (f" (Retry-After {retry})" if retry else "")


@contextmanager
def other_readers(port: int, pages: list[str]) -> Iterator[Readers]:
    readers = Readers(port, pages)
    threads = [Thread(target=readers.read, daemon=True) for _ in range(READERS)]
    for thread in threads:
        thread.start()
    yield readers
    readers.ended.set()
    for thread in threads:
        thread.join()

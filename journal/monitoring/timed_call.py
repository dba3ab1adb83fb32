"""A call with a time limit, for partners that may never answer."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from threading import Lock, Thread
from time import monotonic
from typing import Generic, TypeVar

from django.db import connections

T = TypeVar("T")
FRESH_SECONDS = 1.0  # so long a result answers further callers


class TimedCall(Generic[T]):
    """Calls a function in a thread, and waits for it `seconds` at most.

    One thread at a time: while a call goes on, others wait for the same one, each until the end of
    its time. A partner that never answers holds one thread and delays one caller.
    """

    def __init__(self, function: Callable[[], T], seconds: float) -> None:
        self.function = function
        self.seconds = seconds
        self.lock = Lock()
        self.run: Run[T] | None = None

    def start(self) -> Run[T]:
        with self.lock:
            if self.run is None or self.run.is_old():
                self.run = Run(self.function, self.seconds)
            return self.run

    def __call__(self) -> T:
        """The result. Raises TimeoutError, or what the function raised."""
        return self.start().result()


class Run(Generic[T]):
    """One call, in its thread."""

    def __init__(self, function: Callable[[], T], seconds: float) -> None:
        self.function = function
        self.started_at = monotonic()
        self.deadline = self.started_at + seconds
        self.ended_at = self.started_at
        self.future: Future[T] = Future()
        Thread(target=self.work, name=f"timed {function}", daemon=True).start()

    def work(self) -> None:
        try:
            result = self.function()
        except BaseException as error:
            self.end()
            self.future.set_exception(error)
        else:
            self.end()
            self.future.set_result(result)

    def end(self) -> None:
        """Close the thread's own database connection, if it opened one."""
        connections.close_all()
        self.ended_at = monotonic()

    def is_old(self) -> bool:
        return self.future.done() and monotonic() - self.ended_at > FRESH_SECONDS

    def result(self) -> T:
        """Raises TimeoutError, at once if the time was over before."""
        return self.future.result(max(0.0, self.deadline - monotonic()))

    @property
    def seconds(self) -> float:
        return (self.ended_at if self.future.done() else monotonic()) - self.started_at

"""The request that this thread answers: its id, and what logs, metrics and error reports say of it.

It lasts until the response is closed, so that a line logged while a file is streamed has it too.
"""

from __future__ import annotations

import re
from contextvars import ContextVar
from time import perf_counter
from typing import Any
from uuid import uuid4

from django.core.signals import request_finished
from django.http import HttpRequest

WELL_FORMED = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{7,63}")


class RequestContext:
    __slots__ = ("id", "journal", "query_count", "query_seconds", "request", "started_at")

    def __init__(self, request: HttpRequest) -> None:
        self.request = request
        self.id = request_id(request.META.get("HTTP_X_REQUEST_ID", ""))
        self.journal = ""
        self.query_count = 0
        self.query_seconds = 0.0
        self.started_at = perf_counter()

    @property
    def journal_slug(self) -> str:
        """From the address, or as a view noted it; '' for pages of the whole site."""
        match = self.request.resolver_match
        slug = match.kwargs.get("journal") if match else None
        return slug if isinstance(slug, str) else self.journal

    @property
    def user_id(self) -> int | None:
        """None for readers; no query is made to find out, so also until a view has asked."""
        user = getattr(self.request, "_cached_user", None)  # as AuthenticationMiddleware keeps it
        return user.pk if user else None


current: ContextVar[RequestContext | None] = ContextVar("request_context", default=None)


def request_id(proposed: str) -> str:
    """The id that a proxy sent, if it is well formed: it goes into logs and a header."""
    return proposed if WELL_FORMED.fullmatch(proposed) else uuid4().hex


def begin(request: HttpRequest) -> RequestContext:
    context = RequestContext(request)
    current.set(context)
    return context


def end(**kwargs: Any) -> None:
    current.set(None)


request_finished.connect(end)


def note_journal(slug: str) -> None:
    """Says which journal the request is about, where the address does not."""
    if context := current.get():
        context.journal = slug

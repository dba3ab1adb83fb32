"""Decides for each request whether it is answered from the replica."""

from __future__ import annotations

import re
from collections.abc import Callable

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse

from journal.shared_cache import is_anonymous

from . import PRIMARY, REPLICA
from .router import reads_from
from .watch import watch

# Addresses that always read from the primary server: those of the office, and of author's proofs,
# whose remarks are shown at once.
OFFICE = re.compile(r"/(admin|i18n)/|/(kk|ru|en)/proof/")
# Harvesters ask for what changed since they asked: they must not be told of a time of which the
# replica does not know everything.
HARVESTED = re.compile(r"/(oai|api)/")


class ReadFromReplica:
    """Middleware; only where REPLICA_URL is set."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        reads_from.set(REPLICA if may_use_replica(request) else PRIMARY)
        response = self.get_response(request)
        if getattr(request, "has_replica_failed", False):
            reads_from.set(PRIMARY)
            response = self.get_response(request)
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> None:
        """The replica is away, or gave up a query to follow the primary: asked again there."""
        if reads_from.get() == REPLICA and isinstance(
            exception, (OperationalError, InterfaceError)
        ):
            request.has_replica_failed = True  # type: ignore[attr-defined]


def may_use_replica(request: HttpRequest) -> bool:
    """Anonymous reading of public pages, while the replica is not too far behind."""
    if request.method not in ("GET", "HEAD") or not is_anonymous(request):
        return False
    if OFFICE.match(request.path_info):
        return False
    return watch.allows_replica(must_be_known=bool(HARVESTED.match(request.path_info)))

"""Middleware of monitoring: the request's id and its line in the log; health and readiness."""

from __future__ import annotations

import logging
from collections.abc import Callable
from time import perf_counter

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from journal.middleware import client_address

from .addresses import is_loopback
from .request_context import RequestContext, begin
from .views import healthz, readyz

VIEWS = {"/healthz": healthz, "/readyz": readyz}
View = Callable[[HttpRequest], HttpResponse]
logger = logging.getLogger("journal.requests")


class RequestRecord:
    """Gives every request an id, answers it as `X-Request-ID`, and logs the request."""

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        context = begin(request)
        response = self.get_response(request)
        response.headers["X-Request-ID"] = context.id
        if settings.LOG_REQUESTS and request.path_info not in VIEWS:
            log_request(context, response)
        return response


def log_request(context: RequestContext, response: HttpResponse) -> None:
    request = context.request
    fields = {
        "method": request.method,
        "path": request.path,
        "view": request.resolver_match.view_name if request.resolver_match else "",
        "status": response.status_code,
        "seconds": round(perf_counter() - context.started_at, 4),
        "query_count": context.query_count,
        "query_seconds": round(context.query_seconds, 4),
    }
    if settings.LOG_READERS:
        fields |= reader_fields(request, response)
    logger.info("%(method)s %(path)s %(status)s", fields, extra=fields)


def reader_fields(request: HttpRequest, response: HttpResponse) -> dict[str, str]:
    """What usage is counted by; empty values are left out of the line."""
    return {
        "address": client_address(request),
        "agent": request.headers.get("User-Agent", ""),
        "referer": request.headers.get("Referer", ""),
        "range": response.headers.get("Content-Range", ""),
    }


class MonitoringAddresses:
    """Answers `/healthz` and `/readyz` to this machine, whatever the Host.

    Requests from elsewhere come to the same views through the URLconf, if their Host is ours.
    """

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        view = VIEWS.get(request.path_info)
        if view and is_loopback(request):
            return view(request)
        return self.get_response(request)

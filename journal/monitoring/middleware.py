"""Middleware that answers monitoring before anything looks at the host."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from .addresses import is_loopback
from .views import healthz, readyz

VIEWS = {"/healthz": healthz, "/readyz": readyz}


class MonitoringAddresses:
    """Answers `/healthz` and `/readyz` to this machine, whatever the Host.

    Requests from elsewhere come to the same views through the URLconf, if their Host is ours.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        view = VIEWS.get(request.path_info)
        if view and is_loopback(request):
            return view(request)
        return self.get_response(request)

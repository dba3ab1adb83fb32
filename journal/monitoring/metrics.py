"""Prometheus metrics: requests counted in every process, and `/metrics`, which adds them up.

Only where METRICS_FROM names networks; without it nothing of this is imported.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import cache
from pathlib import Path
from time import perf_counter

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Histogram
from prometheus_client import generate_latest as written
from prometheus_client.multiprocess import MultiProcessCollector

from .addresses import is_within
from .metric_files import share_values
from .middleware import VIEWS
from .request_context import RequestContext, current
from .site_figures import SiteFigures

ADDRESS = "/metrics"
BUCKETS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)  # seconds
METHODS = {"GET", "HEAD", "POST", "OPTIONS", "PUT", "PATCH", "DELETE"}
logger = logging.getLogger(__name__)


class RequestMetrics:
    """What this process counts, in files that the others read."""

    def __init__(self, folder: Path) -> None:
        """Raises OSError if the folder cannot be used."""
        share_values(folder)
        self.folder = folder
        self.requests = Counter(
            "journal_requests", "Requests answered.", ["method", "view", "status"], registry=None
        )
        self.seconds = Histogram(
            "journal_request_seconds",
            "Time until the response begins.",
            ["view"],
            buckets=BUCKETS,
            registry=None,
        )
        self.queries = Counter(
            "journal_database_queries", "Queries of requests.", ["view"], registry=None
        )
        self.query_seconds = Counter(
            "journal_database_seconds", "Time of these queries.", ["view"], registry=None
        )

    def count(self, context: RequestContext, status: int) -> None:
        request = context.request
        view = request.resolver_match.view_name if request.resolver_match else "none"
        method = request.method if request.method in METHODS else "other"
        self.requests.labels(method, view, str(status)).inc()
        self.seconds.labels(view).observe(perf_counter() - context.started_at)
        if context.query_count:
            self.queries.labels(view).inc(context.query_count)
            self.query_seconds.labels(view).inc(context.query_seconds)

    def text(self) -> bytes:
        """The counts of all processes, and the figures of the site."""
        registry = CollectorRegistry()
        MultiProcessCollector(registry, path=str(self.folder))
        registry.register(SiteFigures())
        return written(registry)


@cache
def request_metrics() -> RequestMetrics | None:
    """None if the files cannot be written, as on a full disk: the site goes on without metrics."""
    try:
        return RequestMetrics(settings.METRICS_DIR)
    except OSError:
        logger.exception("no metrics: %s cannot be used", settings.METRICS_DIR)
        return None


class Metrics:
    """Middleware that counts requests, and answers `/metrics` to the networks of METRICS_FROM."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path_info == ADDRESS and is_within(request, settings.METRICS_FROM):
            return metrics(request)
        response = self.get_response(request)
        context = current.get()
        if context and request.path_info not in VIEWS and (counted := request_metrics()):
            counted.count(context, response.status_code)
        return response


@never_cache
@require_safe
def metrics(request: HttpRequest) -> HttpResponse:
    counted = request_metrics()
    if counted is None:
        return HttpResponse("METRICS_DIR cannot be used; see the log.\n", "text/plain", 503)
    return HttpResponse(counted.text(), CONTENT_TYPE_LATEST)

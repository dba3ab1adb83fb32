"""`/healthz`, whether the process lives, and `/readyz`, whether all that it needs answers."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from .readiness import CHECKS, CheckResult, check_readiness

PLAIN = "text/plain; charset=utf-8"


@never_cache
@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """200 as long as this process answers; asks neither database nor anything else."""
    return HttpResponse("ok\n", content_type=PLAIN)


@never_cache
@require_safe
def readyz(request: HttpRequest) -> HttpResponse:
    """200 if every check passes, else 503; `?exclude=workers` leaves a check out."""
    excluded = request.GET.getlist("exclude")
    if unknown := [name for name in excluded if name not in CHECKS]:
        message = f"There is no check {unknown[0]!r}; exclude one of: {', '.join(CHECKS)}.\n"
        return HttpResponse(message, status=400, content_type=PLAIN)
    results = check_readiness(CHECKS.keys() - set(excluded))
    is_ready = not any(result.problem for result in results)
    lines = ["ready" if is_ready else "not ready", *map(line, results), ""]
    response = HttpResponse("\n".join(lines), status=200 if is_ready else 503, content_type=PLAIN)
    # Django's mark: it would log and report an error each time that it is asked.
    response._has_been_logged = True  # type: ignore[attr-defined]
    return response


def no_metrics(request: HttpRequest) -> HttpResponse:
    """404 for `/metrics` to whom METRICS_FROM does not name; `Metrics` answers the others."""
    raise Http404


def line(result: CheckResult) -> str:
    return f"{result.name}: {result.problem or 'ok'} ({result.seconds:.3f} s)"

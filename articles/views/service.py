"""Pages for machines: `/healthz`, whether the site is well, and `/robots.txt`, for crawlers."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles.models import Heartbeat
from articles.records.languages import LANGUAGES

PLAIN = "text/plain; charset=utf-8"


@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """200 while the database answers, else 503; and when each worker was last seen."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        workers = [f"{beat.worker}: {beat.at:%Y-%m-%dT%H:%M:%SZ}" for beat in heartbeats()]
    except DatabaseError:
        return HttpResponse("no database\n", status=503, content_type=PLAIN)
    response = HttpResponse("\n".join(["ok", *workers, ""]), content_type=PLAIN)
    response["Cache-Control"] = "no-store"
    return response


def heartbeats() -> list[Heartbeat]:
    """The heartbeats of the last day, by name; a worker that ends normally deletes its own."""
    since = timezone.now() - timedelta(days=1)
    return list(Heartbeat.objects.filter(at__gte=since).order_by("worker"))


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    lines = [
        "User-agent: *",
        "Disallow: /admin/",
        *(f"Disallow: /{code}/search/" for code in LANGUAGES),
        f"Sitemap: {settings.SITE_URL}/sitemap.xml",
    ]
    return HttpResponse("\n".join([*lines, ""]), content_type=PLAIN)

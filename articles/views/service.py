"""What machines ask of the site itself: is it well, and where may a crawler go."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles.models import Heartbeat
from articles.records.languages import LANGUAGES

from .frame import answers

PLAIN = "text/plain; charset=utf-8"


@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """200 while the database answers, else 503; and when each worker was last seen."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        workers = [f"{one.worker}: {one.at:%Y-%m-%dT%H:%M:%SZ}" for one in heartbeats()]
    except DatabaseError:
        return HttpResponse("no database\n", status=503, content_type=PLAIN)
    response = HttpResponse("\n".join(["ok", *workers, ""]), content_type=PLAIN)
    response["Cache-Control"] = "no-store"
    return response


def heartbeats() -> list[Heartbeat]:
    """Those of the last day, by name; a worker that ended well has taken its own away."""
    since = timezone.now() - timedelta(days=1)
    return list(Heartbeat.objects.filter(at__gte=since).order_by("worker"))


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    lines = [
        "User-agent: *",
        "Disallow: /admin/",
        *(f"Disallow: /{one}/search/" for one in LANGUAGES),
    ]
    if answers("/sitemap.xml"):
        lines.append(f"Sitemap: {settings.SITE_URL}/sitemap.xml")
    return HttpResponse("\n".join([*lines, ""]), content_type=PLAIN)

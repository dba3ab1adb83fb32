"""The ASGI application, which the web server runs (`python -m journal.server`)."""

import os
import re

from django.conf import settings
from django.core.files.storage import storages
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse

from journal.postgresql.base import limit_queries
from journal.server.application import Application
from journal.server.environ import Scope

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "journal.settings")
MONITORING = {"/healthz", "/readyz", "/metrics"}
limit_queries()
django_application = get_wsgi_application()
storages["default"]  # made here, once: Django would make one for each thread that comes first

from articles.views.errors import unavailable  # noqa: E402 - needs the models
from journal.middleware import SecurityHeaders  # noqa: E402


def takes_body(scope: Scope) -> bool:
    """Whether the address takes a form; elsewhere a body is not even waited for."""
    is_form = scope["method"] not in ("GET", "HEAD", "OPTIONS")
    return is_form and bool(re.match(settings.FORM_ADDRESSES, scope["path"]))


def is_monitoring(scope: Scope) -> bool:
    return scope["path"] in MONITORING


def busy() -> HttpResponse:
    """503 while no thread is free: all of them wait for a database or a storage."""
    return SecurityHeaders(lambda _request: unavailable())(HttpRequest())


application = Application(django_application, takes_body, busy, is_monitoring)

"""The ASGI application, which the web server runs (`python -m journal.server`)."""

import os
import re

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.template.loader import render_to_string

from journal.server.application import Answer, Application
from journal.server.environ import Scope

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "journal.settings")


def takes_body(scope: Scope) -> bool:
    """Whether the address takes a form; elsewhere a body is not even waited for."""
    is_form = scope["method"] not in ("GET", "HEAD", "OPTIONS")
    return is_form and bool(re.match(settings.FORM_ADDRESSES, scope["path"]))


def busy() -> Answer:
    """503 while no thread is free: all of them wait for a database or a storage."""
    headers = {
        "Content-Type": "text/html; charset=utf-8",
        "Retry-After": str(settings.RETRY_AFTER_SECONDS),
        "Cache-Control": "no-store",
        "Content-Security-Policy": settings.CONTENT_SECURITY_POLICY,
    }
    pairs = [(name.lower().encode(), value.encode()) for name, value in headers.items()]
    return Answer(503, pairs, render_to_string("pages/unavailable.html").encode())


application = Application(get_wsgi_application(), takes_body, busy)

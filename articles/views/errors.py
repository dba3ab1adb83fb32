"""Error pages: nothing is there, the request is broken, the program or a partner has failed."""

from __future__ import annotations

import logging
import sys
from http import HTTPStatus

from django.conf import settings
from django.db import DatabaseError, InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from psycopg.errors import DiskFull

from articles.models import Journal
from articles.queries.journals import site_journals
from journal.breaker import Unavailable
from journal.middleware import BODY_REFUSALS, PLAIN
from journal.server.request_body import DISK_FULL

from .page_layout import render_page

logger = logging.getLogger(__name__)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render_page(request, "not_found", {}, journal_if_possible(request), status=404)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    reason = str(exception) or _("The page address is not valid.")
    context = {"reason": reason}
    return render_page(request, "bad_request", context, journal_if_possible(request), status=400)


def server_error(request: HttpRequest) -> HttpResponse:
    """Answers an exception: 507 and 503 where it is not the program that has failed.

    Asks nothing of the database, which may be what has failed.
    """
    error = sys.exc_info()[1]
    if is_disk_full(error):
        status = HTTPStatus.INSUFFICIENT_STORAGE
        return HttpResponse(BODY_REFUSALS[status], status=status, content_type=PLAIN)
    if isinstance(error, (OperationalError, InterfaceError, Unavailable)):
        return unavailable()
    return HttpResponse(render_to_string("pages/server_error.html"), status=500)


def unavailable() -> HttpResponse:
    """The database or the storage does not answer: 503, and when to ask again."""
    page = render_to_string("pages/unavailable.html")
    headers = {"Retry-After": str(settings.RETRY_AFTER_SECONDS), "Cache-Control": "no-store"}
    return HttpResponse(page, status=503, headers=headers)


def is_disk_full(error: BaseException | None) -> bool:
    """Whether there is no room for files, or, in the words of PostgreSQL, for its own."""
    if isinstance(error, OSError):
        return error.errno in DISK_FULL
    return isinstance(error, OperationalError) and isinstance(error.__cause__, DiskFull)


def journal_if_possible(request: HttpRequest) -> Journal | None:
    """For the layout: the journal of the address, or the only one.

    None while the database does not answer.
    """
    try:
        journals = site_journals()
    except DatabaseError:
        logger.warning("An error page has no journal: the database does not answer.")
        return None
    parts = request.path.split("/")  # /kk/steppe-science/…
    named = next((journal for journal in journals if journal.slug in parts[2:3]), None)
    return named or (journals[0] if len(journals) == 1 else None)

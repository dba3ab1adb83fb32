"""Error pages: nothing is there, the request is broken, or the program has failed."""

from __future__ import annotations

import logging

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from articles.models import Journal
from articles.queries.journals import site_journals

from .page_layout import only_journal, render_page

logger = logging.getLogger(__name__)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render_page(request, "not_found", {}, journal_if_possible(), status=404)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    reason = str(exception) or _("The page address is not valid.")
    context = {"reason": reason}
    return render_page(request, "bad_request", context, journal_if_possible(), status=400)


def server_error(request: HttpRequest) -> HttpResponse:
    """Asks nothing of the database, which may be what has failed."""
    return HttpResponse(render_to_string("pages/server_error.html"), status=500)


def journal_if_possible() -> Journal | None:
    """The only journal for the layout of the page; None while the database does not answer."""
    try:
        return only_journal(site_journals())
    except DatabaseError:
        logger.warning("An error page has no journal: the database does not answer.")
        return None

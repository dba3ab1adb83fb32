"""What is said where there is no page, a request is broken, or the program fails."""

from __future__ import annotations

import logging

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.template.loader import get_template
from django.utils.translation import gettext as _

from .frame import Frame, frame_of, site_frame
from .rendering import page

log = logging.getLogger(__name__)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return page(frame(request), "not_found", {}, status=404)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    said = str(exception) or _("The address holds what this site cannot read.")
    return page(frame(request), "bad_request", {"said": said}, status=400)


def server_error(request: HttpRequest) -> HttpResponse:
    """Asks nothing of the database, which may be what has failed."""
    return HttpResponse(get_template("pages/server_error.html").render({}), status=500)


def frame(request: HttpRequest) -> Frame:
    try:
        return site_frame(request)
    except DatabaseError:
        log.warning("An error page stands without its masthead: the database does not answer.")
        return frame_of(request, None)

"""Pictures of a journal's own pages: portraits, logos of databases, pictures of news."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponseBase
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles.queries.board import public_picture
from articles.records.pictures import image_type
from articles.stored_files import file_response

from .files import PUBLIC, SANDBOX

SVG = "image/svg+xml"


@require_safe
def picture_file(request: HttpRequest, name: str) -> HttpResponseBase:
    path = public_picture(name)
    if path is None:
        raise Http404
    response = file_response(request, path, name, image_type(name) or SVG)
    response["Cache-Control"] = PUBLIC
    response["Content-Security-Policy"] = SANDBOX
    return response


def picture_address(path: str | None) -> str:
    """The address of a stored picture; '' without one."""
    return reverse("picture_file", args=[path.rpartition("/")[2]]) if path else ""

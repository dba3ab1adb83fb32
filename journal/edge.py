"""The door: NUL bytes stop at it, as PostgreSQL cannot store them; and from where one knocks."""

from collections.abc import Callable, Iterator

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _


class RefuseNul:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if any("\0" in text for text in texts(request)):
            message = _("The request holds a NUL byte, which no text may hold. Remove it.")
            return HttpResponse(message, status=400, content_type="text/plain; charset=utf-8")
        return self.get_response(request)


def texts(request: HttpRequest) -> Iterator[str]:
    """The path and every name and value of the query and the form; a JSON body is its view's."""
    yield request.path
    for fields in (request.GET, request.POST):
        for name, values in fields.lists():
            yield name
            yield from map(str, values)


def address_of(request: HttpRequest) -> str:
    """The client's; behind a proxy the last that it wrote down, which no client can forge."""
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "") if settings.BEHIND_PROXY else ""
    return forwarded.rpartition(",")[2].strip() or request.META.get("REMOTE_ADDR", "")
